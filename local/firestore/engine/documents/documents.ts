import { collectionOf } from "../names";
import type { Micros } from "../values/time";
import type { StoredDocument } from "./document";
import { History } from "./history";
import { Indexes } from "./indexes";
import { type Scope, hasCollection, soleCollection } from "./scope";

/** Microseconds for which earlier versions can still be read. */
export const retention = 3_600_000_000;

/** What a commit did to one document. */
export interface Change {
  path: string;
  before: StoredDocument | undefined;
  after: StoredDocument | undefined;
}

/** The documents of one database, and their versions of the last hour. */
export class Documents {
  readonly indexes = new Indexes((scope) => this.inScope(scope));
  readonly #collections = new Map<string, Map<string, History>>();
  /** Versions that will be dropped, in the order of their changes. */
  #outlived: { path: string; since: Micros }[] = [];
  #forgotten = 0;

  /** The document as it is, or as it was at a moment. */
  get(path: string, at?: Micros): StoredDocument | undefined {
    const history = this.#collections.get(collectionOf(path))?.get(path);
    return at === undefined ? history?.current : history?.at(at);
  }

  /** Makes changes of one moment. */
  put(changes: Iterable<Change>, moment: Micros): void {
    for (const { path, before, after } of changes) {
      this.#history(path).add(moment, after);
      this.indexes.replace(path, before, after);
      if (before) this.#outlived.push({ path, since: moment });
    }
    this.#forgetBefore(moment - retention);
  }

  /** Drops everything. */
  clear(): void {
    this.#collections.clear();
    this.indexes.clear();
    this.#outlived = [];
    this.#forgotten = 0;
  }

  *inScope(scope: Scope, at?: Micros): Generator<StoredDocument> {
    for (const histories of this.#collectionsOf(scope)) {
      for (const history of histories.values()) {
        const document = at === undefined ? history.current : history.at(at);
        if (document) yield document;
      }
    }
  }

  /** The paths of all collections in which a document is. */
  *collections(at?: Micros): Generator<string> {
    for (const [path, histories] of this.#collections) {
      for (const history of histories.values()) {
        if (at === undefined ? history.current : history.at(at)) {
          yield path;
          break;
        }
      }
    }
  }

  #collectionsOf(scope: Scope): Iterable<Map<string, History>> {
    const sole = soleCollection(scope);
    if (sole === undefined) {
      return [...this.#collections].flatMap(([path, histories]) =>
        hasCollection(scope, path) ? [histories] : [],
      );
    }
    const histories = this.#collections.get(sole);
    return histories ? [histories] : [];
  }

  #history(path: string): History {
    const collection = collectionOf(path);
    let histories = this.#collections.get(collection);
    if (!histories) this.#collections.set(collection, (histories = new Map<string, History>()));
    let history = histories.get(path);
    if (!history) histories.set(path, (history = new History()));
    return history;
  }

  #forgetBefore(moment: Micros): void {
    for (;;) {
      const next = this.#outlived[this.#forgotten];
      if (!next || next.since > moment) break;
      this.#forgotten += 1;
      this.#forget(next.path, moment);
    }
    if (this.#forgotten > 10_000) {
      this.#outlived = this.#outlived.slice(this.#forgotten);
      this.#forgotten = 0;
    }
  }

  #forget(path: string, moment: Micros): void {
    const collection = collectionOf(path);
    const histories = this.#collections.get(collection);
    if (!histories?.get(path)?.forgetBefore(moment)) return;
    histories.delete(path);
    if (histories.size === 0) this.#collections.delete(collection);
  }
}
