import { sort } from "../documents/indexes";
import type { StoredDocument } from "../documents/document";
import type { Documents } from "../documents/documents";
import { compareTo, firstPast, type Position, type Sorting } from "../documents/sorting";
import { samePath } from "../values/field-path";
import type { Micros } from "../values/time";
import { type Condition, isEquality } from "./filter";
import type { Bound, Plan } from "./plan";

/** Finds a query's documents, as they are or as they were at a moment. */
export function runQuery(documents: Documents, plan: Plan, at?: Micros): StoredDocument[] {
  const { scope, filter, offset, limit } = plan;
  const pinned = pinnedBy(plan);
  const sortings = [...pinned.map(({ field }) => ({ field, descending: false })), ...plan.sortings];
  const candidates =
    at === undefined
      ? documents.indexes.sorted(scope, sortings)
      : sort(documents.inScope(scope, at), sortings).documents;

  const [start, end] = rangeOf(candidates, plan, pinned, sortings);
  const found: StoredDocument[] = [];
  let skipped = 0;
  for (let i = start; i < end && found.length < limit; i += 1) {
    const document = candidates[i];
    if (!document || !filter.matches(document)) continue;
    if (skipped < offset) skipped += 1;
    else found.push(document);
  }
  return found;
}

/** The fields that have one value in all results; among documents that share it, the order is the query's. */
function pinnedBy({ filter, sortings }: Plan): Condition[] {
  const pinned: Condition[] = [];
  for (const condition of filter.conditions.filter(isEquality)) {
    const isKnown = [...sortings, ...pinned].some(({ field }) => samePath(field, condition.field));
    if (!isKnown) pinned.push(condition);
  }
  return pinned.sort((one, other) => (one.field.join() < other.field.join() ? -1 : 1));
}

/** The part of the sorted documents outside of which nothing can be a result. */
function rangeOf(
  candidates: readonly StoredDocument[],
  plan: Plan,
  pinned: Condition[],
  sortings: Sorting[],
): [start: number, end: number] {
  const prefix = pinned.map(({ value }) => value);
  const firstAfter = (positions: Position[], isInclusive: boolean) =>
    firstPast(candidates, (document) => {
      const order = compareTo([...prefix, ...positions], sortings, document);
      return isInclusive ? order >= 0 : order > 0;
    });
  const starts = [firstAfter([], true)];
  const ends = [firstAfter([], false)];
  const { startAt, endAt } = plan;
  if (startAt) starts.push(firstAfter(startAt.positions, startAt.before));
  if (endAt) ends.push(firstAfter(endAt.positions, endAt.before));
  for (const bound of boundsOf(plan)) {
    if (bound.isStart) starts.push(firstAfter(bound.positions, bound.before));
    else ends.push(firstAfter(bound.positions, bound.before));
  }
  return [Math.max(...starts), Math.min(...ends)];
}

/** The ranges on the first field of the order, as bounds. */
function boundsOf({ filter, sortings: [first] }: Plan): (Bound & { isStart: boolean })[] {
  return filter.conditions.flatMap(({ field, op, value }) => {
    if (!first || !samePath(field, first.field) || value.valueType === "referenceValue") return [];
    const isLower = op.startsWith("GREATER_THAN");
    if (!isLower && !op.startsWith("LESS_THAN")) return [];
    const isStart = isLower !== first.descending;
    const includes = op.endsWith("OR_EQUAL");
    return [{ positions: [value], isStart, before: isStart === includes }];
  });
}
