import { status } from "@grpc/grpc-js";
import type { Database, Reading } from "./database";
import { encodeDocument } from "./engine/encode";
import type { Push } from "./engine/listen/listener";
import { parseAggregations } from "./engine/queries/aggregate";
import { type Plan, planQuery } from "./engine/queries/plan";
import { runQuery } from "./engine/queries/run";
import { fieldAt } from "./engine/values/fields";
import { type FieldPath, parseFieldPath } from "./engine/values/field-path";
import { toWireTime } from "./engine/values/time";
import { Failure, unimplemented } from "./failure";
import type * as messages from "./messages";

export const maskOf = (mask: messages.Mask | undefined): FieldPath[] | undefined =>
  mask && (mask.fieldPaths ?? []).map(parseFieldPath);

/** Answers GetDocument. */
export function getDocument(database: Database, request: messages.GetDocumentRequest): object {
  const path = database.names.documentPath(request.name);
  const mask = maskOf(request.mask);
  const { at, transaction } = database.reading(request);
  transaction?.lockDocument(path);
  const document = database.documents.get(path, at);
  if (!document) throw new Failure(status.NOT_FOUND, `Document "${request.name ?? ""}" not found.`);
  return encodeDocument(document, database.names, mask);
}

/** Answers BatchGetDocuments. */
export function batchGet(database: Database, request: messages.BatchGetRequest, push: Push): void {
  const { names, documents } = database;
  const paths = (request.documents ?? []).map((name) => names.documentPath(name));
  const mask = maskOf(request.mask);
  const { at, readTime, transaction, begun } = database.reading(request);
  const stamp = { ...begun, readTime: toWireTime(readTime) };
  for (const path of new Set(paths)) {
    transaction?.lockDocument(path);
    const document = documents.get(path, at);
    const content = document
      ? { found: encodeDocument(document, names, mask) }
      : { missing: names.name(path) };
    push({ ...content, ...stamp });
  }
  if (paths.length === 0) push(stamp);
}

/** Answers RunQuery. */
export function answerQuery(
  database: Database,
  request: messages.RunQueryRequest,
  push: Push,
): void {
  if (request.explainOptions) throw unimplemented("explanation of queries (explain)");
  const plan = planQuery(request.parent, request.structuredQuery, database.names);
  const { at, readTime, transaction, begun } = database.reading(request);
  lock(plan, transaction);
  const stamp = { readTime: toWireTime(readTime) };
  const found = runQuery(database.documents, plan, at);
  if (found.length === 0 || begun.transaction) push({ ...begun, ...(found.length === 0 && stamp) });
  for (const document of found) {
    push({ document: encodeDocument(document, database.names, plan.select), ...stamp });
  }
}

/** Answers RunAggregationQuery. */
export function answerAggregation(
  database: Database,
  request: messages.RunAggregationQueryRequest,
  push: Push,
): void {
  if (request.explainOptions) throw unimplemented("explanation of queries (explain)");
  const { structuredQuery, aggregations } = request.structuredAggregationQuery ?? {};
  const plan = planQuery(request.parent, structuredQuery, database.names);
  const { fields, of } = parseAggregations(aggregations);
  const { at, readTime, transaction, begun } = database.reading(request);
  lock(plan, transaction);
  const found = runQuery(database.documents, havingAll(fields, plan), at);
  push({ result: { aggregateFields: of(found) }, ...begun, readTime: toWireTime(readTime) });
}

function lock(plan: Plan, transaction: Reading["transaction"]): void {
  transaction?.lockScope(plan.scope);
}

function havingAll(paths: FieldPath[], plan: Plan): Plan {
  const { matches } = plan.filter;
  return {
    ...plan,
    filter: {
      ...plan.filter,
      matches: (document) =>
        matches(document) && paths.every((path) => fieldAt(document.fields, path) !== undefined),
    },
  };
}
