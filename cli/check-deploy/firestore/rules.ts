import { type Check, Missing } from "../check";
import type { Plan } from "../plan";
import type { Tools } from "../tools";

interface Ruleset {
  source: { files: { content: string }[] };
}

const api = "https://firebaserules.googleapis.com/v1";

/** Checks that the security rules in force are those of the project's file. */
export const rulesCheck = ({ project, files }: Plan, database: string, { get }: Tools): Check => ({
  what: "the security rules in force are those of this project's file",
  look: async () => {
    const release = database === "(default)" ? "cloud.firestore" : `cloud.firestore/${database}`;
    const { rulesetName } = await get<{ rulesetName: string }>(
      `${api}/projects/${project}/releases/${release}`,
    );
    const { source } = await get<Ruleset>(`${api}/${rulesetName}`);
    const isIt = source.files.some(({ content }) => content.trim() === files.rules.trim());
    if (!isIt) throw new Missing("others are");
    return undefined;
  },
  fix: "npx firebase deploy --only firestore:rules",
});
