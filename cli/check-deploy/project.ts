import { type Api, apis } from "../../functions/src/config";
import { authenticationChecks } from "./authentication";
import { answer, type Check, type Finding, Missing, Obstacle, reasonOf } from "./check";
import { databaseCheck } from "./firestore/database";
import type { Plan } from "./plan";
import { runtimeCheck } from "./runtime";
import { secretChecks } from "./secrets";
import { serviceAccountChecks } from "./service-account";
import { once, type Tools } from "./tools";
import { webApiKeyCheck } from "./web-api-key";

/**
 * Checks a real project through the Firebase CLI and gcloud, as whoever is signed in to them. What a tool can't see is
 * never reported as missing: each tool is first checked for whether it reaches the project at all. Changes nothing.
 */
export async function checkProject(plan: Plan, tools: Tools): Promise<Finding[]> {
  const answers = await Promise.all([
    answer(firebaseCheck(plan, tools)),
    answer(gcloudCheck(plan, tools)),
  ]);
  return answers.flat();
}

const firebaseCheck = ({ project }: Plan, tools: Tools): Check => ({
  what: "somebody is signed in to the Firebase CLI",
  look: () => signedIn(tools.firebase("login:list"), "npx firebase login"),
  then: [runtimeCheck(project, tools)],
});

function gcloudCheck(plan: Plan, tools: Tools): Check {
  const { project, parameters } = plan;
  const number = once(() => tools.read<{ projectNumber: string }>("projects", "describe", project));
  const accounts = () =>
    tools.gcloud("auth", "list", "--filter=status:ACTIVE", "--format=value(account)");
  return {
    what: "somebody is signed in to gcloud",
    look: () => signedIn(accounts(), "gcloud auth login"),
    then: [
      {
        what: `gcloud sees the project ${project}`,
        look: () =>
          number().then(
            () => undefined,
            (error: unknown) => {
              throw new Obstacle(reasonOf(error), "gcloud projects list");
            },
          ),
        then: [
          billingCheck(project, tools),
          apiCheck(plan, tools),
          ...serviceAccountChecks(
            project,
            parameters.FUNCTIONS_SERVICE_ACCOUNT ?? "",
            tools,
            async () => (await number()).projectNumber,
          ),
          ...(parameters.WEB_API_KEY ? [webApiKeyCheck(parameters.WEB_API_KEY, tools)] : []),
        ],
      },
    ],
  };
}

async function signedIn(accounts: Promise<string>, command: string): Promise<undefined> {
  const printed = await accounts.catch((error: unknown) => {
    throw new Obstacle(reasonOf(error), command);
  });
  if (!printed.includes("@")) throw new Obstacle("nobody is", command);
}

const billingCheck = (project: string, { read }: Tools): Check => ({
  what: "the project is on the Blaze plan, for functions are deployed to no other",
  look: async () => {
    const { billingEnabled } = await read<{ billingEnabled?: boolean }>(
      "billing",
      "projects",
      "describe",
      project,
    );
    if (!billingEnabled) throw new Missing();
    return undefined;
  },
  fix: `gcloud billing projects link ${project} --billing-account=<one of "gcloud billing accounts list">`,
});

function apiCheck(plan: Plan, tools: Tools): Check {
  const names = ["services", "list", "--enabled", "--format=value(config.name)"];
  const enabled = once(async () => (await tools.gcloud(...names)).split(/\s+/));
  const behind: Partial<Record<Api, readonly Check[]>> = {
    "firestore.googleapis.com": [databaseCheck(plan, tools)],
    "identitytoolkit.googleapis.com": authenticationChecks(plan, tools),
    "secretmanager.googleapis.com": secretChecks(tools),
  };
  return {
    what: "gcloud lists the project's APIs",
    look: () => enabled().then(() => undefined),
    then: (Object.keys(apis) as Api[]).map((api) => ({
      what: `the API ${api} is enabled`,
      look: async () => {
        if (!(await enabled()).includes(api)) throw new Missing();
        return undefined;
      },
      fix: `gcloud services enable ${api} --project ${plan.project}`,
      then: behind[api] ?? [],
    })),
  };
}
