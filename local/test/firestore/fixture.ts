import { deleteApp, initializeApp, type App } from "firebase-admin/app";
import {
  getFirestore,
  type CollectionReference,
  type Firestore,
  type QuerySnapshot,
} from "firebase-admin/firestore";
import { startEmbeddedFirestore, type EmbeddedFirestore } from "../../firestore";

jest.setTimeout(60_000);

// Without this the Admin SDK looks for Google's metadata server first, and waits for it.
process.env.METADATA_SERVER_DETECTION = "none";

let names = 0;

/** Real Admin SDK clients of one server, closed after the last test of the file. */
export class Clients {
  readonly #apps: App[] = [];

  constructor(readonly host: () => string) {}

  /** A client with a connection of its own. */
  connect(projectId = "demo-conformance"): Firestore {
    process.env.FIRESTORE_EMULATOR_HOST = this.host();
    const app = initializeApp({ projectId }, `client-${(names += 1)}`);
    this.#apps.push(app);
    return getFirestore(app);
  }

  async close(): Promise<void> {
    await Promise.all(this.#apps.map((app) => getFirestore(app).terminate()));
    await Promise.all(this.#apps.map((app) => deleteApp(app)));
  }
}

/**
 * The Firestore that the conformance tests judge: an embedded one, started for the file, or the server
 * that CONFORMANCE_HOST names.
 */
export function useFirestore(): { db: () => Firestore; connect: Clients["connect"] } {
  let embedded: EmbeddedFirestore | undefined;
  let db: Firestore;
  const clients = new Clients(() => process.env.CONFORMANCE_HOST ?? embedded!.host);
  beforeAll(async () => {
    if (process.env.CONFORMANCE_HOST === undefined) embedded = await startEmbeddedFirestore();
    db = clients.connect();
  });
  afterAll(async () => {
    await clients.close();
    await embedded?.stop();
  });
  return { db: () => db, connect: (projectId) => clients.connect(projectId) };
}

/** An embedded server of the file's own, to be tampered with. */
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

/** A collection that no other test, run or process has used. */
export function fresh(db: Firestore): CollectionReference {
  return db.collection(`c${(names += 1)}-${process.pid}-${Date.now().toString(36)}`);
}

export const ids = (snapshot: QuerySnapshot): string[] => snapshot.docs.map(({ id }) => id);
