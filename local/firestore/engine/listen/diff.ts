import type { StoredDocument } from "../documents/document";
import type { Change } from "../documents/documents";
import { hasDocument } from "../documents/scope";
import { compareTo, isSortable } from "../documents/sorting";
import type { Plan } from "../queries/plan";

/** The results that a client listens to, by path. */
export type Results = Map<string, StoredDocument>;

export const resultsOf = (documents: Iterable<StoredDocument>): Results =>
  new Map([...documents].map((document) => [document.path, document]));

/** The changes from one set of results to another. */
export function diff(before: Results, after: Results): Change[] {
  const changes: Change[] = [];
  for (const [path, document] of before) {
    if (!after.has(path)) changes.push({ path, before: document, after: undefined });
  }
  for (const [path, document] of after) {
    const known = before.get(path);
    if (known !== document) changes.push({ path, before: known, after: document });
  }
  return changes;
}

/** Whether a document is a result, of a query that takes all there are. */
export function isResult(plan: Plan, document: StoredDocument): boolean {
  const { scope, filter, sortings, startAt, endAt } = plan;
  if (!hasDocument(scope, document.path)) return false;
  if (!isSortable(sortings, document) || !filter.matches(document)) return false;
  if (startAt) {
    const order = compareTo(startAt.positions, sortings, document);
    if (startAt.before ? order < 0 : order <= 0) return false;
  }
  if (endAt) {
    const order = compareTo(endAt.positions, sortings, document);
    if (endAt.before ? order >= 0 : order > 0) return false;
  }
  return true;
}
