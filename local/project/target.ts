import type { Ports as Backend } from "../../functions/src/auth/ports";
import { Refusal } from "../command";
import { portsAt } from "../stack/ports";
import { deployParameters, stackParameters } from "./parameters";

export interface Target {
  /** A real project's id, or `demo-…` for a local stack. */
  project: string;
  /** That of the local stack. */
  portOffset: number;
}

/** The options by which a command that administrates names its target. */
export const targetOptions = {
  project: { type: "string", default: "demo-auth" },
  "port-offset": { type: "string", default: "0" },
} as const;

export const targetHelp = `
  --project <id>        A real project, with your application default credentials. Default: demo-auth, the local stack.
  --port-offset <n>     That of the local stack. Default 0.`;

/**
 * Points this process at a local stack, or at a real project with the application default credentials
 * (`gcloud auth application-default login`), and builds the ports that the functions have there. To be
 * called once, before anything else of Firebase.
 */
export async function connect({ project, portOffset }: Target): Promise<Backend> {
  const local = project.startsWith("demo-");
  process.env.GCLOUD_PROJECT = project;
  process.env.METADATA_SERVER_DETECTION ??= "none";
  if (local) await pointAtStack(portOffset);
  const { defaultParameters } = await import("../../functions/src/config");
  const parameters = local ? stackParameters(portsAt(portOffset)) : deployParameters(project);
  Object.assign(process.env, { ...defaultParameters(), ...parameters });
  // Loaded last: it builds on the environment.
  const { ports } = await import("../../functions/src/composition");
  return ports();
}

async function pointAtStack(portOffset: number): Promise<void> {
  const ports = portsAt(portOffset);
  const hub = `http://127.0.0.1:${ports.hub}/emulators`;
  await fetch(hub, { signal: AbortSignal.timeout(2_000) }).catch((cause: unknown) => {
    throw new Refusal(
      `No local stack is running (nothing answers at ${hub}). Start one with "npm start", or name a real project with --project.`,
      { cause },
    );
  });
  Object.assign(process.env, {
    FUNCTIONS_EMULATOR: "true",
    FIREBASE_AUTH_EMULATOR_HOST: `127.0.0.1:${ports.auth}`,
    FIRESTORE_EMULATOR_HOST: `127.0.0.1:${ports.firestore}`,
    CLOUD_TASKS_EMULATOR_HOST: `127.0.0.1:${ports.tasks}`,
  });
}
