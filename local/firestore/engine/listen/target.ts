import { invalid } from "../../failure";
import type * as messages from "../../messages";
import type { StoredDocument } from "../documents/document";
import type { Change, Documents } from "../documents/documents";
import { hasDocument } from "../documents/scope";
import type { Names } from "../names";
import { type Plan, planQuery } from "../queries/plan";
import { runQuery } from "../queries/run";
import type { FieldPath } from "../values/field-path";
import type { Micros } from "../values/time";
import { diff, isResult, type Results, resultsOf } from "./diff";

/** What a client listens to: certain documents, or the results of a query. */
export interface Target {
  /** The documents that the client hears about even if they are missing. */
  paths: readonly string[];
  select: FieldPath[] | undefined;
  results(at?: Micros): Results;
  /** Which changes of the database change the results. */
  changed(changes: Change[], results: Results): Change[];
}

export function targetOf(
  { query, documents: named }: messages.Target,
  names: Names,
  documents: Documents,
): Target {
  if (query) return queryTarget(planQuery(query.parent, query.structuredQuery, names), documents);
  if (!named) throw invalid("A target needs documents or a query.");
  const paths = (named.documents ?? []).map((name) => names.documentPath(name));
  return {
    paths,
    select: undefined,
    results: (at) => resultsOf(paths.flatMap((path) => documents.get(path, at) ?? [])),
    changed: (changes) => changes.filter(({ path }) => paths.includes(path)),
  };
}

function queryTarget(plan: Plan, documents: Documents): Target {
  const results = (at?: Micros) => resultsOf(runQuery(documents, plan, at));
  const matching = (document: StoredDocument | undefined) =>
    document && isResult(plan, document) ? document : undefined;
  const takesAll = plan.limit === Infinity && plan.offset === 0;
  return {
    paths: [],
    select: plan.select,
    results,
    changed(changes, known) {
      const own = changes.filter(({ path }) => hasDocument(plan.scope, path));
      if (own.length === 0) return [];
      // What enters or leaves may push others out of a limit, or let them in.
      if (!takesAll) return diff(known, results());
      return own
        .map(({ path, after }) => ({ path, before: known.get(path), after: matching(after) }))
        .filter(({ before, after }) => before ?? after);
    },
  };
}
