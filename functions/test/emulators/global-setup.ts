import { startAuthEmulator } from "../../../local/auth-emulator/server";
import { startEmbeddedFirestore } from "../../../local/firestore";

/** What runs beside the tests until `global-teardown`. */
export interface Emulators {
  stop(): Promise<void>;
}

declare global {
  var functionsEmulators: Emulators | undefined;
}

/** Starts one Auth emulator and one Firestore for all tests of the functions; each test takes a project of its own. */
export default async function setUp(): Promise<void> {
  const [auth, firestore] = await Promise.all([
    startAuthEmulator({ projectId: "demo-functions" }),
    startEmbeddedFirestore(),
  ]);
  process.env.TEST_AUTH_HOST = auth.host;
  process.env.TEST_FIRESTORE_HOST = firestore.host;
  globalThis.functionsEmulators = {
    stop: async () => {
      await Promise.all([auth.stop(), firestore.stop()]);
    },
  };
}
