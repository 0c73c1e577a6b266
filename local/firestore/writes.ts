import { randomBytes } from "node:crypto";
import type { Database } from "./database";
import { checkedId, join } from "./engine/names";
import type * as messages from "./messages";
import { getDocument } from "./reads";

/** Answers CreateDocument. */
export async function createDocument(
  database: Database,
  request: messages.CreateDocumentRequest,
): Promise<object> {
  const { names } = database;
  const collection = join(names.parentPath(request.parent), checkedId(request.collectionId));
  const { documentId = "" } = request;
  const name = names.name(join(collection, documentId === "" ? newId() : documentId));
  const update = { ...request.document, name };
  await database.commit({ writes: [{ update, currentDocument: { exists: false } }] });
  return getDocument(database, { name, ...(request.mask && { mask: request.mask }) });
}

/** Answers UpdateDocument, which creates what is not there unless told otherwise. */
export async function updateDocument(
  database: Database,
  { document = {}, updateMask, currentDocument, mask }: messages.UpdateDocumentRequest,
): Promise<object> {
  const write = {
    update: document,
    ...(updateMask && { updateMask }),
    ...(currentDocument && { currentDocument }),
  };
  await database.commit({ writes: [write] });
  return getDocument(database, { name: document.name ?? "", ...(mask && { mask }) });
}

/** Answers DeleteDocument. */
export async function deleteDocument(
  database: Database,
  { name = "", currentDocument }: messages.DeleteDocumentRequest,
): Promise<object> {
  await database.commit({
    writes: [{ delete: name, ...(currentDocument && { currentDocument }) }],
  });
  return {};
}

const newId = (): string => randomBytes(15).toString("base64url");
