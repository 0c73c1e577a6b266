import type { Database } from "./database";
import { encodeDocument } from "./engine/encode";
import { checkedId, join, lastId } from "./engine/names";
import { compareText } from "./engine/values/text";
import { invalid, unimplemented } from "./failure";
import type * as messages from "./messages";
import { maskOf } from "./reads";

/** Answers ListDocuments: a collection's documents by id, with those that only others lie below if asked for. */
export function listDocuments(database: Database, request: messages.ListDocumentsRequest): object {
  const { names, documents } = database;
  const orderBy = request.orderBy ?? "";
  if (orderBy !== "" && orderBy !== "__name__") throw unimplemented("order in ListDocuments");
  const parent = names.parentPath(request.parent);
  const collection = join(parent, checkedId(request.collectionId));
  const mask = maskOf(request.mask);
  const { at, transaction } = database.reading(request);
  const scope = { parent, collectionId: lastId(collection), descendants: false };
  transaction?.lockScope(scope);
  const ids = new Set([...documents.inScope(scope, at)].map(({ path }) => lastId(path)));
  if (request.showMissing) {
    for (const id of childIds(documents.collections(at), collection)) ids.add(id);
  }
  const { page, next } = pageOf(ids, request);
  return {
    documents: page.map((id) => {
      const path = join(collection, id);
      const document = documents.get(path, at);
      return document ? encodeDocument(document, names, mask) : { name: names.name(path) };
    }),
    nextPageToken: next,
  };
}

/** Answers ListCollectionIds. */
export function listCollectionIds(
  database: Database,
  request: messages.ListCollectionIdsRequest,
): object {
  const parent = database.names.parentPath(request.parent);
  const { at } = database.reading(request);
  const ids = childIds(database.documents.collections(at), parent);
  const { page, next } = pageOf(ids, request);
  return { collectionIds: page, nextPageToken: next };
}

/** The ids directly below a path that lead to any of the collections. */
function childIds(collections: Iterable<string>, parent: string): Set<string> {
  const depth = parent === "" ? 0 : parent.split("/").length;
  const ids = new Set<string>();
  for (const collection of collections) {
    if (parent !== "" && !collection.startsWith(`${parent}/`)) continue;
    const id = collection.split("/")[depth];
    if (id !== undefined) ids.add(id);
  }
  return ids;
}

/** A part of the ids in their order, and the token with which the next one begins: the last id. */
function pageOf(
  ids: Iterable<string>,
  { pageSize = 0, pageToken = "" }: { pageSize?: number; pageToken?: string },
): { page: string[]; next: string } {
  if (pageSize < 0) throw invalid("The page size may not be negative.");
  const seen = Buffer.from(pageToken, "base64url").toString();
  const rest = [...ids].filter((id) => seen === "" || compareText(id, seen) > 0).sort(compareText);
  const page = pageSize === 0 ? rest : rest.slice(0, pageSize);
  const isLast = page.length === rest.length;
  return { page, next: isLast ? "" : Buffer.from(page.at(-1) ?? "").toString("base64url") };
}
