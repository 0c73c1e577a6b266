import { createServer as createHttpServer, type Server as HttpServer } from "node:http";
import { createServer, type Server, type Socket } from "node:net";
import type { Databases } from "./databases";

/** What an HTTP/2 connection, which gRPC speaks, begins with. */
const http2Preface = "PRI";

const sentence =
  "The embedded Firestore knows no browsers, no REST API and no security rules: " +
  "start the stack with --firestore official, and connect again.";

/** Answers what comes over HTTP/1, browsers' requests among it: with one sentence that says what to do. */
export function httpDoor(databases: Databases): HttpServer {
  return createHttpServer((request, response) => {
    // Without this a page could not read the sentence.
    response.setHeader("Access-Control-Allow-Origin", "*");
    response.setHeader("Access-Control-Allow-Headers", "*");
    response.setHeader("Access-Control-Allow-Methods", "*");
    const { method = "", url = "" } = request;
    const project = /^\/emulator\/v1\/projects\/([^/]+)\/databases\/[^/]+\/documents$/.exec(
      url,
    )?.[1];
    if (method === "OPTIONS") response.writeHead(204).end();
    else if (method === "GET" && url === "/") response.end("Ok");
    else if (method === "DELETE" && project !== undefined && request.headers.origin === undefined) {
      databases.reset(project);
      response.setHeader("Content-Type", "application/json").end("{}");
    } else {
      const error = { code: 501, status: "UNIMPLEMENTED", message: sentence };
      response
        .writeHead(501, { "Content-Type": "application/json" })
        .end(JSON.stringify({ error }));
    }
  });
}

/** Listens for both: a connection goes to the one whose protocol it begins with. */
export function sharedDoor(grpc: (connection: Socket) => void, http: HttpServer): Server {
  return createServer((connection) => {
    connection.on("error", () => connection.destroy());
    connection.once("readable", () => {
      const start = connection.read() as Buffer | null;
      if (start === null) {
        connection.destroy();
        return;
      }
      connection.unshift(start);
      if (start.toString("latin1").startsWith(http2Preface)) grpc(connection);
      else http.emit("connection", connection);
    });
  });
}
