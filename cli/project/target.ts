import type * as composition from "../../functions/src/composition";
import type { Ports } from "../../functions/src/ports";
import { defaultParameters } from "../../functions/src/config";
import { Refusal } from "../command";
import { inPackage } from "../init/own-files";
import { portsAt } from "../../local/ports/ports";
import { deployParameters, stackParameters } from "./parameters";
import { kitEnvironment } from "./place";

type Composition = typeof composition;

export interface Target {
  /** A real project's id, or `demo-…` for a local stack. */
  project: string;
  /** That of the local stack. */
  portOffset: number;
}

/** The options that name the project that an administrative command works on. */
export const targetOptions = {
  project: { type: "string", default: inPackage ? "demo-app" : "demo-auth" },
  "port-offset": { type: "string", default: "0" },
} as const;

/**
 * Points this process at a local stack, or at a real project with the application default credentials
 * (`gcloud auth application-default login`), and builds the ports that the functions have there. Call it
 * once, before anything else that uses Firebase.
 */
export async function connect(target: Target): Promise<Ports> {
  return (await open(target)).ports();
}

/** The same, for commands that need other ports than the operations do. */
export async function open(target: Target): Promise<Composition> {
  process.env.GCLOUD_PROJECT = target.project;
  if (isLocal(target)) await pointAtStack(target.portOffset);
  setParameters(target);
  // Loaded last, because it reads the environment; not by import(), which would bypass tsx.
  // eslint-disable-next-line @typescript-eslint/no-require-imports
  return require("../../functions/src/composition") as Composition;
}

/** Gives this process the parameters that the functions have there. */
export function setParameters(target: Target): void {
  const parameters = isLocal(target)
    ? stackParameters(portsAt(target.portOffset))
    : deployParameters(target.project);
  Object.assign(process.env, { ...defaultParameters(), ...parameters, ...kitEnvironment() });
}

/** Whether it is a local stack, and no project of Firebase's. */
export const isLocal = ({ project }: Target): boolean => project.startsWith("demo-");

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
    METADATA_SERVER_DETECTION: "none",
    FIREBASE_AUTH_EMULATOR_HOST: `127.0.0.1:${ports.auth}`,
    FIRESTORE_EMULATOR_HOST: `127.0.0.1:${ports.firestore}`,
    CLOUD_TASKS_EMULATOR_HOST: `127.0.0.1:${ports.tasks}`,
  });
}
