/** Run as a process: an HTTP server that says 200 or 403 to a bearer token, as one of the deciders decides. */
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { bearerToken } from "../../functions/src/access/bearer";
import { emulatorTokenVerifier } from "../../functions/src/access/tokens/emulator-token-verifier";
import { firebaseTokenVerifier } from "../../functions/src/access/tokens/firebase-token-verifier";
import { googleSigningKeys } from "../../functions/src/access/tokens/signing-keys";
import { answerParent } from "../../functions/testing/instances/processes";
import { type Decider, ourDecider, usualDecider } from "../deciders";
import { processorMilliseconds } from "../sample";
import { initializeApp } from "../../functions/testing/instances/firebase-admin";

/** Who decides in the server: nobody, the usual back end, or ours, for the emulator's tokens or for signed ones. */
export type ServerKind = "no check" | "usual" | "ours" | "ours, signed";

export interface ServerCommands {
  port(): Promise<number>;
  /** Milliseconds of a processor that it has taken so far. */
  processor(): Promise<number>;
}

const app = initializeApp();
const projectId = process.env.GCLOUD_PROJECT ?? "";

const deciders: Record<ServerKind, () => Decider> = {
  "no check": () => () => Promise.resolve(true),
  usual: () => usualDecider(app),
  ours: () => ourDecider(app, emulatorTokenVerifier({ projectId })),
  "ours, signed": () => {
    const keys = googleSigningKeys({ url: process.env.KEYS_URL ?? "" });
    return ourDecider(app, firebaseTokenVerifier({ projectId, keys }));
  },
};

const decide = deciders[process.env.SERVER_KIND as ServerKind]();

const server = createServer((request, response) => {
  void decide(bearerToken(request.headers.authorization) ?? "").then((allowed) => {
    response.writeHead(allowed ? 200 : 403, { "content-type": "application/json" });
    response.end(JSON.stringify({ allowed }));
  });
}).listen(0, "127.0.0.1", () => {
  const commands: ServerCommands = {
    port: () => Promise.resolve((server.address() as AddressInfo).port),
    processor: () => Promise.resolve(processorMilliseconds()),
  };
  answerParent(commands);
});
