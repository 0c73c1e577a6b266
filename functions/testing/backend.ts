import { randomUUID } from "node:crypto";
import { deleteApp, initializeApp } from "firebase-admin/app";
import { type Auth, getAuth } from "firebase-admin/auth";
import { type Firestore, getFirestore } from "firebase-admin/firestore";
import { type AuthEmulator, startAuthEmulator } from "../../local/auth-emulator/server";
import { changeAccount } from "../src/accounts/change-account";
import { type AuthService, authService } from "../src/auth-service";
import type { Ports } from "../src/ports";
import type { AuthDTO } from "../src/operation/replies";
import { buildPorts } from "../src/composition";
import { readSettings, type Settings } from "../src/config";
import { endClient, startTestFirestore, type TestFirestore } from "./firestore";
import { parameters, password, projectId } from "./parameters";
import { startTaskQueue, type TaskQueue } from "./task-queue";

export { nextSecond } from "./next-second";
export { password, projectId } from "./parameters";

/** The real emulators in this process, and the real ports on top of them. */
export interface Backend {
  auth: Auth;
  firestore: Firestore;
  /** The server behind `firestore`, which can be away. */
  firestoreServer: TestFirestore;
  tasks: TaskQueue;
  /** The server behind `auth`, which can be away, too. */
  authServer: AuthEmulator;
  authHost: string;
  ports: Ports;
  /** Ports as another instance has them, or one with other parameters. */
  instance(settings?: Partial<Settings>): Ports;
  service: AuthService;
  /** An address that nobody has. */
  newEmail(): string;
  /** Registers somebody, by default with a verified address, and signs in. */
  newUser(options?: { role?: string; verified?: boolean; email?: string }): Promise<AuthDTO>;
  stop(): Promise<void>;
}

/** Starts a backend for one test file. Its hosts stand in the environment, as a deployed function finds them. */
export async function startBackend(): Promise<Backend> {
  const [authEmulator, firestoreServer, tasks] = await Promise.all([
    startAuthEmulator({ projectId }),
    startTestFirestore(),
    startTaskQueue(),
  ]);
  Object.assign(process.env, parameters, {
    METADATA_SERVER_DETECTION: "none",
    GCLOUD_PROJECT: projectId,
    FIREBASE_CONFIG: JSON.stringify({ projectId }),
    FIREBASE_AUTH_EMULATOR_HOST: authEmulator.host,
    FIRESTORE_EMULATOR_HOST: firestoreServer.host,
    CLOUD_TASKS_EMULATOR_HOST: tasks.host,
  });

  const app = initializeApp({ projectId });
  const auth = getAuth(app);
  const settings = readSettings(process.env);
  const instance = (changed: Partial<Settings> = {}) =>
    buildPorts(app, { ...settings, ...changed });
  const ports = instance();
  const service = authService(() => ports);
  const newEmail = () => `${randomUUID()}@example.com`;

  return {
    auth,
    firestore: getFirestore(app),
    firestoreServer,
    tasks,
    authServer: authEmulator,
    authHost: authEmulator.host,
    ports,
    instance,
    service,
    newEmail,

    async newUser({ role, verified = true, email = newEmail() } = {}) {
      const { id } = await service.register({
        email,
        password,
        firstName: "Ada",
        lastName: "Lovelace",
      });
      if (verified) await auth.updateUser(id, { emailVerified: true });
      if (role !== undefined) await changeAccount(id, { role }, "server", ports);
      return service.generateToken({ email, password });
    },

    async stop() {
      // What was read ahead of need ends here, and not after the test file.
      await endClient(getFirestore(app));
      await deleteApp(app);
      await Promise.all([authEmulator.stop(), firestoreServer.stop(), tasks.stop()]);
    },
  };
}
