import { hasOfficialJar, javaVersion, oldestJava } from "./official";

/** What `--firestore` may say. */
export type FirestoreWish = "auto" | FirestoreKind;

export type FirestoreKind = "embedded" | "official";

export interface FirestoreChoice {
  kind: FirestoreKind;
  /** A sentence that says what was chosen and why. */
  why: string;
}

/** What the machine has to offer. */
export interface Machine {
  hasOfficialJar(): boolean;
  javaVersion(): Promise<number | undefined>;
}

/**
 * Chooses between the embedded Firestore and the official emulator. `auto` never downloads; `official`
 * leaves that to firebase-tools, and is refused where it could not run.
 */
export async function chooseFirestore(
  wish: FirestoreWish,
  machine: Machine = { hasOfficialJar, javaVersion },
): Promise<FirestoreChoice> {
  if (wish === "embedded") return choice("embedded", "as asked");
  if (wish === "auto" && !machine.hasOfficialJar()) {
    return choice("embedded", "because the official emulator has not been downloaded");
  }
  const obstacle = obstacleIn(await machine.javaVersion());
  if (wish === "auto") {
    return obstacle === undefined
      ? choice("official", "because it has been downloaded and Java runs it")
      : choice("embedded", `because ${obstacle}`);
  }
  if (obstacle !== undefined) {
    throw new Error(
      `The official Firestore emulator cannot run, because ${obstacle}. ` +
        `Install Java ${oldestJava} or newer, or start with --firestore embedded.`,
    );
  }
  return choice("official", "as asked");
}

const choice = (kind: FirestoreKind, why: string): FirestoreChoice => ({
  kind,
  why: `${kind}, ${why}`,
});

function obstacleIn(java: number | undefined): string | undefined {
  if (java === undefined) return "no Java runs on this machine";
  return java < oldestJava ? `Java ${java} is older than ${oldestJava}` : undefined;
}
