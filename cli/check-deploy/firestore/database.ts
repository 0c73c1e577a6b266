import { type Check, Missing } from "../check";
import type { Plan } from "../plan";
import { once, type Tools } from "../tools";
import { expiryCheck, indexCheck } from "./indexes";
import { rulesCheck } from "./rules";
import { schemaCheck } from "./schema";

/** What is used of Firestore's own description of a database. */
interface Database {
  type: string;
  locationId: string;
}

/** The regions that a multi-region has its data in. */
const within: Readonly<Record<string, readonly string[]>> = {
  nam5: ["us-central1", "us-east1"],
  nam7: ["us-central1", "us-east4"],
  eur3: ["europe-west1", "europe-west4"],
};

/** Checks the database, and what a deploy brings to it. */
export function databaseCheck(plan: Plan, tools: Tools): Check {
  const { FIRESTORE_DATABASE: name = "(default)", FUNCTIONS_REGION: region = "us-central1" } =
    plan.parameters;
  const database = once(() =>
    tools.read<Database>("firestore", "databases", "describe", `--database=${name}`),
  );
  return {
    what: `Firestore has the database ${name}`,
    look: async () => {
      const { type, locationId } = await database();
      if (type !== "FIRESTORE_NATIVE") throw new Missing(`its type is ${type}`);
      return `in ${locationId}`;
    },
    // A deploy would make one as well, but far from functions outside of the United States: in nam5, for good.
    fix: `gcloud firestore databases create --database='${name}' --location=${region} --project ${plan.project}`,
    then: [
      {
        what: `the database is where the functions are, in ${region}`,
        look: async () => {
          const { locationId } = await database();
          const near = within[locationId] ?? [locationId];
          if (!near.includes(region)) {
            throw new Missing(
              `it is in ${locationId}, and every check of a token waits for the way; a database can't be moved, so set FUNCTIONS_REGION=${near[0]}`,
            );
          }
          return undefined;
        },
        optional: true,
      },
      indexCheck(plan, name, tools),
      expiryCheck(plan, name, tools),
      rulesCheck(plan, name, tools),
      schemaCheck(plan, name, tools),
    ],
  };
}
