import { isDeepStrictEqual } from "node:util";
import { status } from "@grpc/grpc-js";
import { Failure, invalid } from "../../failure";
import type { Precondition, Write, WriteResult } from "../../messages";
import type { StoredDocument } from "../documents/document";
import type { Change } from "../documents/documents";
import type { Names } from "../names";
import { fieldAt, withField } from "../values/fields";
import { parseFieldPath } from "../values/field-path";
import { type Micros, toMicros, toWireTime } from "../values/time";
import type { Fields } from "../values/value";
import { checkDocument } from "./limits";
import { transformFields } from "./transforms";

/** The path of the document that is written. */
export const pathOf = ({ update, delete: deleted, transform }: Write, names: Names): string =>
  names.documentPath(update?.name ?? deleted ?? transform?.document);

/** The moments of a commit: when it was requested, and when it takes effect. */
export interface Moments {
  request: Micros;
  commit: Micros;
}

/** Works out what writes do, each seeing those before it. Changes nothing. */
export function applyWrites(
  writes: Write[],
  moments: Moments,
  names: Names,
  read: (path: string) => StoredDocument | undefined,
): { changes: Change[]; results: WriteResult[] } {
  const changes = new Map<string, Change>();
  const results = writes.map((write) => {
    const path = pathOf(write, names);
    const stored = read(path);
    const change = changes.get(path) ?? { path, before: stored, after: stored };
    check(change.after, write.currentDocument, names.name(path));
    const { document, transformResults } = applied(write, change.after, path, moments);
    changes.set(path, { ...change, after: document });
    return {
      ...(document && { updateTime: toWireTime(document.updateTime) }),
      ...(transformResults.length > 0 && { transformResults }),
    };
  });
  return {
    changes: [...changes.values()].filter(({ before, after }) => before !== after),
    results,
  };
}

function check(
  document: StoredDocument | undefined,
  precondition: Precondition | null | undefined,
  name: string,
): void {
  const { exists, updateTime } = precondition ?? {};
  if (exists === true && !document) {
    throw new Failure(status.NOT_FOUND, `No document to update: ${name}`);
  }
  if (exists === false && document) {
    throw new Failure(status.ALREADY_EXISTS, `Document already exists: ${name}`);
  }
  if (updateTime && document?.updateTime !== toMicros(updateTime)) {
    throw new Failure(
      status.FAILED_PRECONDITION,
      `The document's update time is not the one that the write was based on: ${name}`,
    );
  }
}

function applied(
  write: Write,
  before: StoredDocument | undefined,
  path: string,
  { request, commit }: Moments,
): {
  document: StoredDocument | undefined;
  transformResults: NonNullable<WriteResult["transformResults"]>;
} {
  if (write.delete !== undefined) return { document: undefined, transformResults: [] };
  const transforms = [
    ...(write.transform?.fieldTransforms ?? []),
    ...(write.updateTransforms ?? []),
  ];
  const written = fieldsOf(write, before?.fields ?? {});
  const { fields, results } = transformFields(written, transforms, request);
  checkDocument(path, fields);
  const unchanged = before !== undefined && isDeepStrictEqual(before.fields, fields);
  const document = unchanged
    ? before
    : { path, fields, createTime: before?.createTime ?? commit, updateTime: commit };
  return { document, transformResults: results };
}

/** The fields after the write, before its transforms. */
function fieldsOf({ update, updateMask, transform }: Write, before: Fields): Fields {
  if (transform) return before;
  const fields = update?.fields ?? {};
  if (!updateMask) return fields;
  return (updateMask.fieldPaths ?? []).reduce((merged, text) => {
    const path = parseFieldPath(text);
    if (path[0] === "__name__") throw invalid("A document's name cannot be updated.");
    return withField(merged, path, fieldAt(fields, path));
  }, before);
}
