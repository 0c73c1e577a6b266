import { existsSync, readdirSync, realpathSync } from "node:fs";
import { homedir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { Refusal } from "../../cli/command";

/** The variables that say where programs lie. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** The command that downloads the jar into the folder where it is looked for. */
export const fetchCommand = "npx firebase setup:emulators:firestore";

/**
 * Finds the jar of Google's Firestore emulator: the one that FIRESTORE_EMULATOR_JAR names, the newest that firebase-tools
 * has downloaded, or the Google Cloud CLI's component.
 */
export function findJar(environment: Environment): string | undefined {
  const named = environment.FIRESTORE_EMULATOR_JAR;
  if (named !== undefined && !existsSync(named)) {
    throw new Refusal(`FIRESTORE_EMULATOR_JAR names no file: ${named}`);
  }
  return named ?? downloadedJar(environment) ?? componentJar(environment);
}

function downloadedJar({ FIREBASE_EMULATORS_PATH, ...environment }: Environment) {
  const cache = FIREBASE_EMULATORS_PATH ?? join(homeOf(environment), ".cache/firebase/emulators");
  const [newest] = entries(cache)
    .filter((name) => /^cloud-firestore-emulator-v[\d.]+\.jar$/.test(name))
    .sort((a, b) => b.localeCompare(a, "en", { numeric: true }));
  return newest === undefined ? undefined : join(cache, newest);
}

const component = "platform/cloud-firestore-emulator/cloud-firestore-emulator.jar";

function componentJar(environment: Environment): string | undefined {
  return cloudCliFolders(environment)
    .map((folder) => join(folder, component))
    .find((jar) => existsSync(jar));
}

/** Where the Google Cloud CLI may be: above the `gcloud` on the path, or where its installers put it. */
function cloudCliFolders(environment: Environment): string[] {
  const onPath = (environment.PATH ?? "")
    .split(delimiter)
    .map((folder) => join(folder, "gcloud"))
    .filter((file) => existsSync(file))
    .map((file) => dirname(dirname(realpathSync(file))));
  const { LOCALAPPDATA } = environment;
  return [
    ...onPath,
    join(homeOf(environment), "google-cloud-sdk"),
    ...(LOCALAPPDATA ? [join(LOCALAPPDATA, "Google/Cloud SDK/google-cloud-sdk")] : []),
  ];
}

export const homeOf = ({ HOME }: Environment): string => HOME ?? homedir();

/** The names in a folder; none if it does not exist. */
export function entries(folder: string): string[] {
  return existsSync(folder) ? readdirSync(folder) : [];
}
