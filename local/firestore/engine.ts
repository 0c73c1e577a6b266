/**
 * The in-memory database that everything here stands on, and the only file that reaches into it: the
 * package offers an Admin SDK within one process, and a server needs what lies below that.
 */
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import type { Duplex } from "node:stream";
import { FirestoreMock } from "@firebase-bridge/firestore-admin";
import type { Timestamp } from "firebase-admin/firestore";
import type * as messages from "./messages";

/** A document as it stood at one moment. Every change raises `version`, a deletion included. */
export interface DocumentState {
  path: string;
  exists: boolean;
  version: number;
  updateTime: Timestamp;
}

interface Transform {
  transformer: (field: { serverTime: Timestamp; fieldValue: unknown }) => unknown;
}

/** One write in the store's own terms. */
export interface WriteOperation {
  type: "set" | "delete";
  path: string;
  transformers?: Transform[];
}

/** A write, and the results of its transforms once it has been applied. */
export interface PreparedWrite {
  normalized: WriteOperation;
  transformResults?: messages.Value[];
}

/** The documents of one database. Every call is synchronous, which is what makes a commit atomic. */
export interface Store {
  serverTime: () => Timestamp;
  getDoc(path: string, readTime?: Timestamp): DocumentState;
  listDocuments(collectionPath: string, showMissing: boolean): DocumentState[];
  listCollectionIds(documentPath: string): string[];
  all(): DocumentState[];
  batchWrite(
    writes: WriteOperation[],
    mode: typeof allOrNothing,
  ): { serverTime: Timestamp; results: { serverTime: Timestamp }[] };
}

/** Translates names and values between the wire and the store. */
export interface Wire {
  getAccessor(): Store;
  toInternalPath(name: string, kind: "document"): string;
  collectionPath(parent: string, collectionId: string): string;
  serializeDoc(document: DocumentState, fieldPaths?: string[]): messages.Document;
}

/** A parsed query: `run` finds its documents, `encoder` turns them into replies. */
export interface Query {
  wherePredicate: (document: DocumentState) => boolean;
  run(wire: Wire, readTime: Timestamp): DocumentState[];
  encoder(answer: {
    context: Wire;
    stream: { push(reply: object): void };
    docs: DocumentState[];
    readTime: Timestamp;
    transaction: Uint8Array | undefined;
  }): void;
}

interface QueryClass {
  prototype: Query & {
    applyStructureQuery: (this: Query, wire: Wire, query: messages.StructuredQuery) => void;
  };
  fromQuery(wire: Wire, request: messages.RunQueryRequest): Query;
  fromAggregationQuery(wire: Wire, request: messages.RunAggregationQueryRequest): Query;
}

/** What the Admin SDK would hold to talk to one database. */
interface Client {
  context: Wire;
  listen(options: object): Duplex;
  close(): Promise<void>;
}

const requireInternal = createRequire(__filename);
const internals = join(
  dirname(requireInternal.resolve("@firebase-bridge/firestore-admin")),
  "lib/_internal/mock-gapic-client/utils",
);

export const { QueryBuilder } = requireInternal(join(internals, "query-builder.js")) as {
  QueryBuilder: QueryClass;
};

export const { getComparable } = requireInternal(join(internals, "compare-values.js")) as {
  /** The value of a document's field, `undefined` where it has none. */
  getComparable: (wire: Wire, document: DocumentState, fieldPath: string) => unknown;
};

export const { transformWrites } = requireInternal(join(internals, "convert.js")) as {
  transformWrites: (wire: Wire, writes: messages.Write[]) => PreparedWrite[];
};

/** The mode of `Store.batchWrite` in which one failing write undoes the others. */
export const allOrNothing = 0;

/** Creates an empty database whose commits take their times from `clock`. */
export function createStore(
  projectId: string,
  databaseId: string,
  clock: () => Timestamp,
): { client: Client; store: Store; forget: () => void } {
  const controller = new FirestoreMock().createDatabase(projectId, databaseId);
  const { _clientPool: pool } = controller.firestore() as unknown as {
    _clientPool: { acquire(tag: string, streaming: boolean): Client };
  };
  const client = pool.acquire("server", true);
  const store = client.context.getAccessor();
  store.serverTime = clock;
  const forget = () => {
    controller.reset();
  };
  return { client, store, forget };
}
