import { join } from "node:path";
import { batchSize } from "../functions/src/firestore";
import { projectId, unsignedIdToken } from "../functions/testing/tokens/id-tokens";
import { askable, killProcess, startProcess } from "../functions/testing/instances/processes";
import type { EmulatorCommands } from "./processes/emulators";
import {
  type App,
  deleteApp,
  getAuth,
  getFirestore,
  initializeApp,
} from "../functions/testing/instances/firebase-admin";

/** Emulators in a process of their own, and an app that uses them. */
export interface Emulators extends EmulatorCommands {
  app: App;
}

/** An account with a document, and an ID token as the Auth emulator makes them. */
export interface BenchUser {
  uid: string;
  token: string;
}

/** Starts emulators; this process and its children find them in their environment. */
export async function withEmulators<T>(use: (emulators: Emulators) => Promise<T>): Promise<T> {
  Object.assign(process.env, { GCLOUD_PROJECT: projectId, METADATA_SERVER_DETECTION: "none" });
  const child = await startProcess(join(__dirname, "processes/emulators.ts"));
  const commands = askable<EmulatorCommands>(child, ["hosts", "fill", "reset", "processor"]);
  const { auth, firestore } = await commands.hosts();
  process.env.FIREBASE_AUTH_EMULATOR_HOST = auth;
  process.env.FIRESTORE_EMULATOR_HOST = firestore;
  const app = initializeApp({ projectId }, "bench");
  try {
    return await use({ ...commands, app });
  } finally {
    await deleteApp(app);
    delete process.env.FIREBASE_AUTH_EMULATOR_HOST;
    delete process.env.FIRESTORE_EMULATOR_HOST;
    await killProcess(child);
  }
}

/** Makes accounts with verified addresses and the role `User`, at most 1,000. */
export async function makeUsers(app: App, count: number): Promise<BenchUser[]> {
  const uids = Array.from({ length: count }, (_, n) => `bench-${n}`);
  const email = (uid: string) => `${uid}@example.com`;
  const { failureCount } = await getAuth(app).importUsers(
    uids.map((uid) => ({
      uid,
      email: email(uid),
      emailVerified: true,
      customClaims: { role: "User" },
    })),
  );
  if (failureCount > 0) throw new Error("The accounts could not be made.");
  const firestore = getFirestore(app);
  for (let from = 0; from < count; from += batchSize) {
    const batch = firestore.batch();
    for (const uid of uids.slice(from, from + batchSize)) {
      const user = { email: email(uid), role: "User", disabled: false };
      batch.set(firestore.doc(`users/${uid}`), user);
    }
    await batch.commit();
  }
  return uids.map((uid) => ({
    uid,
    token: unsignedIdToken({ sub: uid, user_id: uid, email: email(uid) }),
  }));
}
