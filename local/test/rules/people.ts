import { readFileSync } from "node:fs";
import { join } from "node:path";
import {
  initializeTestEnvironment,
  type RulesTestContext,
  type RulesTestEnvironment,
} from "@firebase/rules-unit-testing";
import {
  collection,
  doc,
  getDoc,
  getDocs,
  serverTimestamp,
  setDoc,
  setLogLevel,
  Timestamp,
  updateDoc,
  type Firestore,
} from "firebase/firestore";
import { startOfficialFirestore, type OfficialFirestore } from "../../official-firestore/emulator";

// The SDK would warn of every refusal, and refusals are what is asked for here.
setLogLevel("silent");

/** Seconds since 1970 at which the sessions of these tests began. */
export const begun = Math.floor(Date.now() / 1000) - 60;
export const minutesAgo = (minutes: number): Timestamp =>
  Timestamp.fromMillis(Date.now() - minutes * 60_000);

/** The library still hands out the older SDK's type; its functions take either. */
const clientOf = (context: RulesTestContext): Firestore =>
  context.firestore() as unknown as Firestore;

export const second = (seconds: number, milliseconds = 0): Timestamp =>
  Timestamp.fromMillis(seconds * 1000 + milliseconds);

export interface People {
  /** Writes as the server does, without the rules. */
  write(path: string, data: object): Promise<void>;
  /** Writes what was done to an account a minute ago. */
  writeState(uid: string, state: object): Promise<void>;
  as(uid: string, claims?: object): Firestore;
  nobody(): Firestore;
  admin(claims?: object): Firestore;
  read(client: Firestore, path: string): Promise<unknown>;
  list(client: Firestore): Promise<unknown>;
  /** Changes Ada's document. */
  rename(change: object, client?: Firestore): Promise<void>;
}

/** Whom the rules are asked about: Ada and Grace, and Rita Root, who is an Admin. Afresh for each test that follows. */
export function people(): People {
  let emulator: OfficialFirestore;
  let environment: RulesTestEnvironment;

  beforeAll(async () => {
    emulator = await startOfficialFirestore();
    const [name, port] = emulator.host.split(":");
    environment = await initializeTestEnvironment({
      projectId: "demo-rules",
      firestore: {
        host: name!,
        port: Number(port),
        rules: readFileSync(join(__dirname, "../../../firestore.rules"), "utf8"),
      },
    });
  });

  beforeEach(async () => {
    await environment.clearFirestore();
    await write("users/ada", { firstName: "Ada", lastName: "Lovelace", role: "User" });
    await write("users/root", { firstName: "Rita", lastName: "Root", role: "Admin" });
    await write("users/grace", { firstName: "Grace", lastName: "Hopper", role: "User" });
  });

  afterAll(async () => {
    await environment.cleanup();
    await emulator.stop();
  });

  /** Writes as the server does, without the rules. */
  const write = (path: string, data: object) =>
    environment.withSecurityRulesDisabled((context) => setDoc(doc(clientOf(context), path), data));

  /** What was done to an account a minute ago. */
  const writeState = (uid: string, state: object) =>
    write(`authState/${uid}`, { pending: false, changedAt: minutesAgo(1), ...state });

  const as = (uid: string, claims: object = {}): Firestore =>
    clientOf(
      environment.authenticatedContext(uid, { auth_time: begun, email_verified: true, ...claims }),
    );
  const nobody = (): Firestore => clientOf(environment.unauthenticatedContext());
  const admin = (claims: object = {}) => as("root", { role: "Admin", ...claims });

  const read = (client: Firestore, path: string) => getDoc(doc(client, path));
  const list = (client: Firestore) => getDocs(collection(client, "users"));
  const rename = (change: object, client = as("ada")) =>
    updateDoc(doc(client, "users/ada"), { updatedAt: serverTimestamp(), ...change });

  return { write, writeState, as, nobody, admin, read, list, rename };
}
