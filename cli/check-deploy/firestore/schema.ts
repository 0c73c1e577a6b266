import { collectionNames } from "../../../functions/src/config/rules";
import { currentSchema } from "../../../functions/src/upgrade/schema";
import { type Check, Missing } from "../check";
import type { Plan } from "../plan";
import type { Tools } from "../tools";

/** A document as Firestore's REST API has it. */
interface Recorded {
  fields: { version: { integerValue: string } };
}

/** Checks that the stored documents have the shape that this version writes. */
export const schemaCheck = (
  { project, parameters }: Plan,
  database: string,
  { get }: Tools,
): Check => ({
  what: `stored documents have the shape ${currentSchema}`,
  look: async () => {
    // Names that break their rule are reported with the parameters.
    const names = collectionNames.safeParse(parameters.COLLECTIONS ?? "").data;
    const collection = names?.authBackend ?? "authBackend";
    const documents = `projects/${project}/databases/${database}/documents`;
    const { fields } = await get<Recorded>(
      `https://firestore.googleapis.com/v1/${documents}/${collection}/schema`,
    );
    const version = Number(fields.version.integerValue);
    if (version < currentSchema) throw new Missing(`they have ${version}`);
    if (version > currentSchema) {
      const fix = "deploy the version that wrote them, or a newer one";
      throw new Missing(`a newer version has given them ${version}`, fix);
    }
    return undefined;
  },
  // Nothing is recorded before the first deploy, and the functions upgrade by themselves within minutes.
  optional: true,
  fix: `npm run upgrade -- --project ${project} --dry-run`,
});
