import { comparePaths } from "../values/text";
import { fieldAt } from "../values/fields";
import { type FieldPath, isName } from "../values/field-path";
import { compareValues } from "../values/order";
import type { Value } from "../values/value";
import type { StoredDocument } from "./document";

/** One criterion of an order. The last is always the name, so that no two documents are equal. */
export interface Sorting {
  field: FieldPath;
  descending: boolean;
}

/** What a document is compared with: a field's value, or another document's path. */
export type Position = Value | { path: string };

export type Compare = (one: StoredDocument, other: StoredDocument) => number;

/** Whether the document has every field that it is sorted by. */
export const isSortable = (sortings: readonly Sorting[], { fields }: StoredDocument): boolean =>
  sortings.every(({ field }) => isName(field) || fieldAt(fields, field) !== undefined);

export function comparing(sortings: readonly Sorting[]): Compare {
  const criteria = sortings.map(({ field, descending }): Compare => {
    const sign = descending ? -1 : 1;
    if (isName(field)) return (one, other) => sign * comparePaths(one.path, other.path);
    return (one, other) => {
      const [value, otherValue] = [fieldAt(one.fields, field), fieldAt(other.fields, field)];
      // Only documents with all fields are compared.
      return value && otherValue ? sign * compareValues(value, otherValue) : 0;
    };
  });
  return (one, other) => {
    for (const compare of criteria) {
      const order = compare(one, other);
      if (order !== 0) return order;
    }
    return 0;
  };
}

/** Where a document stands by its first criteria: before (< 0), at or after (> 0) the given positions. */
export function compareTo(
  positions: readonly Position[],
  sortings: readonly Sorting[],
  document: StoredDocument,
): number {
  for (const [i, position] of positions.entries()) {
    const sorting = sortings[i];
    if (!sorting) break;
    const order = compareOne(position, sorting.field, document);
    if (order !== 0) return sorting.descending ? -order : order;
  }
  return 0;
}

function compareOne(position: Position, field: FieldPath, document: StoredDocument): number {
  if ("path" in position) return comparePaths(document.path, position.path);
  const value = fieldAt(document.fields, field);
  return value ? compareValues(value, position) : 0;
}

/** The first position in a sorted list from which `isPast` holds. */
export function firstPast<Item>(items: readonly Item[], isPast: (item: Item) => boolean): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const item = items[middle];
    if (item !== undefined && isPast(item)) high = middle;
    else low = middle + 1;
  }
  return low;
}
