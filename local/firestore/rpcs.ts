import { dirname, join } from "node:path";
import { createRequire } from "node:module";
import {
  loadPackageDefinition,
  type handleBidiStreamingCall,
  type handleServerStreamingCall,
  type handleUnaryCall,
  type ServiceClientConstructor,
  type ServiceDefinition,
  type UntypedServiceImplementation,
} from "@grpc/grpc-js";
import { loadSync } from "@grpc/proto-loader";
import type { Database } from "./database";
import type { Databases } from "./databases";
import type { Push } from "./engine/listen/listener";
import { statusOf, unimplemented } from "./failure";
import { listCollectionIds, listDocuments } from "./lists";
import type * as messages from "./messages";
import { answerAggregation, answerQuery, batchGet, getDocument } from "./reads";
import { createDocument, deleteDocument, updateDocument } from "./writes";

/** Reads google.firestore.v1.Firestore from the protos that ship with the Admin SDK's Firestore client. */
export function firestoreService(): ServiceDefinition {
  const resolve = createRequire(__filename).resolve;
  const client = dirname(resolve("@google-cloud/firestore/package.json"));
  const definition = loadSync("google/firestore/v1/firestore.proto", {
    includeDirs: [join(client, "build/protos")],
    longs: String,
    enums: String,
    oneofs: true,
  });
  const { google } = loadPackageDefinition(definition) as unknown as {
    google: { firestore: { v1: { Firestore: ServiceClientConstructor } } };
  };
  return google.firestore.v1.Firestore.service;
}

/** Where a request says which database it is for. */
interface Named {
  database?: string;
  parent?: string;
  name?: string;
  document?: { name?: string };
}

const nameIn = ({ database, parent, name, document }: Named): string | undefined =>
  database ?? parent ?? name ?? document?.name;

type Answer = (database: Database, request: never) => object | Promise<object>;
type Stream = (database: Database, request: never, push: Push) => void;

/** The calls with one reply. */
export const answers: Record<string, Answer> = {
  BeginTransaction: (database, { options }: { options?: messages.TransactionOptions }) => ({
    transaction: database.begin(options).id,
  }),
  Commit: (database, request: messages.CommitRequest) => database.commit(request),
  BatchWrite: (database, { writes }: messages.CommitRequest) => database.batchWrite(writes),
  Rollback: (database, { transaction }: messages.CommitRequest) => {
    database.rollback(transaction);
    return {};
  },
  GetDocument: getDocument,
  CreateDocument: createDocument,
  UpdateDocument: updateDocument,
  DeleteDocument: deleteDocument,
  ListDocuments: listDocuments,
  ListCollectionIds: listCollectionIds,
  PartitionQuery: () => {
    throw unimplemented("partition of queries (PartitionQuery)");
  },
};

/** The calls with a stream of replies. */
export const streams: Record<string, Stream> = {
  BatchGetDocuments: batchGet,
  RunQuery: answerQuery,
  RunAggregationQuery: answerAggregation,
};

/** Hands each call to the database it names. */
export function firestoreRpcs(databases: Databases): UntypedServiceImplementation {
  const implementation: UntypedServiceImplementation = {
    Listen: listen(databases),
    Write: refuseWrites,
  };
  for (const [name, answer] of Object.entries(answers)) {
    implementation[name] = unary((request: Named) =>
      answer(databases.of(nameIn(request)), request as never),
    );
  }
  for (const [name, stream] of Object.entries(streams)) {
    implementation[name] = serverStream((request: Named, push) =>
      stream(databases.of(nameIn(request)), request as never, push),
    );
  }
  return implementation;
}

/** A call with one reply. */
export function unary<Request, Reply>(
  answer: (request: Request) => Reply | Promise<Reply>,
): handleUnaryCall<Request, Reply> {
  return ({ request }, reply) => {
    // `answer` begins at once: calls take effect in the order in which they arrive.
    new Promise<Reply>((resolve) => resolve(answer(request))).then(
      (value) => reply(null, value),
      (error: unknown) => reply(statusOf(error)),
    );
  };
}

function serverStream<Request>(
  answer: (request: Request, push: Push) => void,
): handleServerStreamingCall<Request, object> {
  return (call) => {
    try {
      answer(call.request, (reply) => call.write(reply));
      call.end();
    } catch (error) {
      call.emit("error", statusOf(error));
    }
  };
}

/** The first request on a stream names the database; the changes flow until either side ends it. */
function listen(databases: Databases): handleBidiStreamingCall<messages.ListenRequest, object> {
  return (call) => {
    let stream: ReturnType<Database["listen"]> | undefined;
    call.on("data", (request: messages.ListenRequest & Named) => {
      try {
        stream ??= databases.of(request.database).listen((reply) => call.write(reply));
        stream.receive(request);
      } catch (error) {
        call.emit("error", statusOf(error));
      }
    });
    call.on("end", () => {
      stream?.close();
      call.end();
    });
    call.on("cancelled", () => stream?.close());
  };
}

const refuseWrites: handleBidiStreamingCall<object, object> = (call) => {
  call.emit(
    "error",
    statusOf(unimplemented("stream of writes, which is what Firebase's client SDKs use")),
  );
};
