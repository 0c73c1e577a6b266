import { closeSync, existsSync, openSync, readFileSync, renameSync, writeSync } from "node:fs";
import { deserialize, serialize } from "node:v8";
import type { StoredDocument } from "./engine/documents/document";

/** A document of one of the databases. */
export type KeptDocument = readonly [database: string, document: StoredDocument];

/** Documents that are written together: the whole may be larger than what fits into one buffer. */
const chunkSize = 1000;

/** Writes documents to a file, readable by its owner alone, which replaces that of before once it is whole. */
export function keepDocuments(file: string, documents: Iterable<KeptDocument>): void {
  const part = `${file}.part`;
  const output = openSync(part, "w", 0o600);
  let chunk: KeptDocument[] = [];
  const flush = () => {
    const bytes = serialize(chunk);
    const length = Buffer.alloc(4);
    length.writeUInt32BE(bytes.length);
    writeSync(output, length);
    writeSync(output, bytes);
    chunk = [];
  };
  for (const document of documents) {
    chunk.push(document);
    if (chunk.length === chunkSize) flush();
  }
  flush();
  closeSync(output);
  renameSync(part, file);
}

/** Reads what was kept, if anything was. */
export function* keptDocuments(file: string): Generator<KeptDocument> {
  if (!existsSync(file)) return;
  const bytes = readFileSync(file);
  for (let at = 0; at < bytes.length;) {
    const end = at + 4 + bytes.readUInt32BE(at);
    yield* deserialize(bytes.subarray(at + 4, end)) as KeptDocument[];
    at = end;
  }
}
