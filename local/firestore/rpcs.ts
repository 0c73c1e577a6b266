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
import type { Databases } from "./databases";
import { statusOf } from "./failure";
import type * as messages from "./messages";

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

/** Hands each call to the database it names. What is not listed here is answered as unimplemented. */
export function firestoreRpcs(databases: Databases): UntypedServiceImplementation {
  return {
    BeginTransaction: unary((request: messages.BeginRequest) =>
      databases.of(request.database).begin(request),
    ),
    Commit: unary((request: messages.CommitRequest) =>
      databases.of(request.database).commit(request),
    ),
    BatchWrite: unary((request: messages.BatchWriteRequest) =>
      databases.of(request.database).batchWrite(request),
    ),
    Rollback: unary((request: messages.RollbackRequest) => {
      databases.of(request.database).rollback(request);
      return {};
    }),
    ListDocuments: unary((request: messages.ListDocumentsRequest) =>
      databases.of(request.parent).listDocuments(request),
    ),
    ListCollectionIds: unary((request: messages.ListCollectionIdsRequest) =>
      databases.of(request.parent).listCollectionIds(request),
    ),
    BatchGetDocuments: serverStream((request: messages.BatchGetRequest, push) =>
      databases.of(request.database).batchGet(request, push),
    ),
    RunQuery: serverStream((request: messages.RunQueryRequest, push) =>
      databases.of(request.parent).runQuery(request, push),
    ),
    RunAggregationQuery: serverStream((request: messages.RunAggregationQueryRequest, push) =>
      databases.of(request.parent).runAggregationQuery(request, push),
    ),
    Listen: listen(databases),
  };
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
  answer: (request: Request, push: (reply: object) => void) => void,
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
function listen(
  databases: Databases,
): handleBidiStreamingCall<messages.ListenRequest, messages.ListenReply> {
  return (call) => {
    call.once("data", (first: messages.ListenRequest) => {
      try {
        const changes = databases.of(first.database).listen();
        changes.on("data", (reply: messages.ListenReply) => call.write(reply));
        changes.on("error", (error) => call.emit("error", statusOf(error)));
        changes.on("end", () => call.end());
        call.on("data", (request) => changes.write(request));
        call.on("end", () => changes.end());
        call.on("cancelled", () => changes.destroy());
        changes.write(first);
      } catch (error) {
        call.emit("error", statusOf(error));
      }
    });
  };
}
