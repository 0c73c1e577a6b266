import { join } from "node:path";
import type { Addresses, PortNumbers } from "../ports/ports";
import { together } from "../together";
import { startFirestore, type FirestoreWish, type RunningFirestore } from "./firestore";
import { startMailCatcher } from "./mail-catcher";
import type { Kept } from "./data/kept";
import type { Parameters } from "./parameters";
import type { SeedFile } from "./data/seed-file";
import { seedDocuments } from "./seeds";
import type { Stops } from "./stops";

export interface BackingOptions {
  wish: FirestoreWish;
  /** The file with the security rules. */
  rules: string;
  /** The stack's folder. */
  folder: string;
  projectId: string;
  ports: PortNumbers;
  addresses: Addresses;
  /** The functions' own, for what the collections are called. */
  parameters: Parameters;
  log: (line: string) => void;
  /** What an earlier stack has left, instead of seeded documents. */
  kept?: Kept | undefined;
  /** Seeds of one's own. */
  seeds?: SeedFile | undefined;
}

/** Starts what the functions lean on beside Firebase's emulators: mail, and Firestore with the seeded documents. */
export async function startBacking(
  {
    wish,
    rules,
    folder,
    projectId,
    ports,
    addresses,
    parameters,
    log,
    kept,
    seeds,
  }: BackingOptions,
  stops: Stops,
): Promise<RunningFirestore> {
  const [firestore] = await together([
    stops.started(
      startFirestore({
        ...{ wish, port: ports.firestore, projectId, rules, log },
        keptIn: kept?.documents,
      }),
    ),
    stops.started(startMailCatcher({ ...ports, folder: join(folder, "mail") })),
  ]);
  if (!kept?.isThere) await seedDocuments(projectId, addresses.firestore, parameters, seeds);
  return firestore;
}
