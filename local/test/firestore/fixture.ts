import type { Firestore } from "firebase-admin/firestore";
import { startEmbeddedFirestore, type EmbeddedFirestore } from "../../firestore";
import { Clients } from "./clients";

interface UsedFirestore {
  host: () => string;
  db: () => Firestore;
  connect: Clients["connect"];
}

/**
 * The Firestore that the conformance tests judge: an embedded one, started for the file, or the server
 * that CONFORMANCE_HOST names.
 */
export function useFirestore(): UsedFirestore {
  let embedded: EmbeddedFirestore | undefined;
  let db: Firestore;
  const host = () => process.env.CONFORMANCE_HOST ?? embedded!.host;
  const clients = new Clients(host);
  beforeAll(async () => {
    if (process.env.CONFORMANCE_HOST === undefined) embedded = await startEmbeddedFirestore();
    db = clients.connect();
  });
  afterAll(async () => {
    await clients.close();
    await embedded?.stop();
  });
  return { host, db: () => db, connect: (projectId) => clients.connect(projectId) };
}

/** An embedded server for this file alone, which it may disturb. */
export function useEmbedded(): { server: () => EmbeddedFirestore; clients: Clients } {
  let server: EmbeddedFirestore;
  const clients = new Clients(() => server.host);
  beforeAll(async () => {
    server = await startEmbeddedFirestore();
  });
  afterAll(async () => {
    await clients.close();
    await server.stop();
  });
  return { server: () => server, clients };
}
