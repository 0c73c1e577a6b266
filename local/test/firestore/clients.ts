import { deleteApp, initializeApp, type App } from "firebase-admin/app";
import {
  getFirestore,
  type CollectionReference,
  type DocumentSnapshot,
  type Firestore,
  type QuerySnapshot,
} from "firebase-admin/firestore";

// Without this the Admin SDK looks for Google's metadata server first, and waits for it.
process.env.METADATA_SERVER_DETECTION = "none";

let names = 0;

/** Real Admin SDK clients of one server. */
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

/** A project that no other test of the file uses. */
export const ownProject = (): string => `demo-own-${(names += 1)}`;

/** A collection that no other test, run or process has used. */
export function fresh(db: Firestore): CollectionReference {
  return db.collection(`c${(names += 1)}-${process.pid}-${Date.now().toString(36)}`);
}

/** The number that a counter stands at. */
export const count = (counter: DocumentSnapshot): number => counter.get("n") as number;

export const ids = (snapshot: QuerySnapshot): string[] => snapshot.docs.map(({ id }) => id);
