import { parameterFlaws } from "../config";
import type { Database } from "../database";
import { firestoreSystem } from "../system/firestore-system";
import type { System } from "../system/system";

/** Looks at a project from inside: its documents, and the parameters that this instance was given. */
export const projectSystem = (database: Database, local: boolean): System =>
  firestoreSystem(database, { parameterFlaws: () => parameterFlaws(process.env, { local }) });
