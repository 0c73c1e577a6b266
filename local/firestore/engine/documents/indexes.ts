import type { StoredDocument } from "./document";
import { type Scope, hasDocument, scopeKey } from "./scope";
import { type Compare, comparing, firstPast, isSortable, type Sorting } from "./sorting";

/** How many orders are kept; the least recently used are dropped first. */
const mostIndexes = 64;

interface Index {
  scope: Scope;
  sortings: readonly Sorting[];
  compare: Compare;
  documents: StoredDocument[];
}

/** The documents of a scope in an order, kept sorted from the first query that needs it. */
export class Indexes {
  readonly #kept = new Map<string, Index>();

  constructor(private readonly read: (scope: Scope) => Iterable<StoredDocument>) {}

  sorted(scope: Scope, sortings: readonly Sorting[]): readonly StoredDocument[] {
    const key = scopeKey(scope) + JSON.stringify(sortings);
    const index = this.#kept.get(key) ?? this.#build(scope, sortings);
    this.#kept.delete(key);
    this.#kept.set(key, index);
    for (const oldest of this.#kept.keys()) {
      if (this.#kept.size <= mostIndexes) break;
      this.#kept.delete(oldest);
    }
    return index.documents;
  }

  clear(): void {
    this.#kept.clear();
  }

  replace(
    path: string,
    before: StoredDocument | undefined,
    after: StoredDocument | undefined,
  ): void {
    for (const index of this.#kept.values()) {
      if (!hasDocument(index.scope, path)) continue;
      if (before && isSortable(index.sortings, before)) {
        index.documents.splice(placeIn(index, before), 1);
      }
      if (after && isSortable(index.sortings, after)) {
        index.documents.splice(placeIn(index, after), 0, after);
      }
    }
  }

  #build(scope: Scope, sortings: readonly Sorting[]): Index {
    return { scope, sortings, ...sort(this.read(scope), sortings) };
  }
}

/** The documents that have all the fields, in order. */
export function sort(
  documents: Iterable<StoredDocument>,
  sortings: readonly Sorting[],
): { compare: Compare; documents: StoredDocument[] } {
  const compare = comparing(sortings);
  const sortable = [...documents].filter((document) => isSortable(sortings, document));
  return { compare, documents: sortable.sort(compare) };
}

const placeIn = ({ documents, compare }: Index, document: StoredDocument): number =>
  firstPast(documents, (other) => compare(other, document) >= 0);
