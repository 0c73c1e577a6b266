import type { Database } from "../database";
import { reach } from "../firestore";

/** The shape of what is stored. Whoever changes it so that stored documents must follow adds one, and a step beside. */
export const currentSchema = 2;

/** The oldest shape that this version can serve while the documents are being upgraded. */
const oldestServed = 1;

/** What is known of the stored documents' shape. */
export interface Schema {
  readonly version: number;
  /** How far the next step has got, where it was interrupted. */
  readonly progress?: { readonly to: number; readonly after: string } | undefined;
}

const document = (database: Database) => database.collection("authBackend").doc("schema");

/** Reads which shape the stored documents have. Where nobody has recorded any, it is the first. */
export async function readSchema(database: Database): Promise<Schema> {
  const data = (await reach(document(database).get())).data();
  return { version: 1, ...data };
}

/** Records it, unless another run has got further. */
export async function recordSchema(database: Database, schema: Schema): Promise<void> {
  const { firestore } = database;
  const aim = schema.progress?.to ?? schema.version;
  await reach(
    firestore.runTransaction(async (transaction) => {
      const data = (await transaction.get(document(database))).data() as Schema | undefined;
      const isBehind = (data?.version ?? 0) < aim;
      if (isBehind) transaction.set(document(database), { ...schema });
    }),
  );
}

/**
 * Makes sure that this version can serve the stored documents.
 *
 * @throws {Error} Where a newer version has changed them, or they are too old.
 */
export function requireServed({ version }: Schema): void {
  if (version >= oldestServed && version <= currentSchema) return;
  const range = `${oldestServed} to ${currentSchema}`;
  throw new Error(
    `The stored documents have the shape ${version}; this version serves ${range}. ` +
      (version > currentSchema
        ? "Deploy the version that wrote them, or a newer one."
        : "Upgrade them: npx firebase-auth-backend upgrade."),
  );
}
