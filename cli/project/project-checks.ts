import { apis, readSecret, type SecretName, secrets } from "../../functions/src/config";
import type { CollectionName } from "../../functions/src/database/collections";
import { collectionNames } from "../../functions/src/config/rules";
import type { Secret } from "../../functions/src/config/parameter";
import { deployParameters } from "./parameters";
import type { Finding } from "./readiness";
import { serviceAccountChecks } from "./service-account";
import { asked, found, Missing, reasonOf, type Run, signInObstacle } from "./tools";

/**
 * Checks a real project through the Firebase CLI and gcloud, as whoever is signed in to them. What a tool can't see is
 * never reported as missing: each tool is first checked for whether it reaches the project at all.
 */
export async function checkProject(
  project: string,
  run: Run,
  parameters: Readonly<Record<string, string>> = deployParameters(project),
): Promise<Finding[]> {
  const firebase = (...args: string[]) => run("npx", ["firebase", ...args, "--project", project]);
  const gcloud = (...args: string[]) => run("gcloud", [...args, "--project", project]);
  const signedIn = gcloud("auth", "list", "--filter=status:ACTIVE", "--format=value(account)");
  const [firebaseObstacle, gcloudObstacle] = await Promise.all([
    signInObstacle(run("npx", ["firebase", "login:list"]), "npx firebase login").then(
      async (obstacle) => obstacle ?? (await reasonOf(firebase("functions:list"))),
    ),
    signInObstacle(signedIn, "gcloud auth login").then(
      async (obstacle) =>
        obstacle ?? (await reasonOf(gcloud("services", "list", "--enabled", "--limit=1"))),
    ),
  ]);
  const findings = await Promise.all([
    asked("the Firebase CLI reaches the project (npx firebase login)", firebaseObstacle, [
      ...secretNames.map((name) => checkSecret(name, firebase)),
    ]),
    asked("gcloud reaches the project (gcloud auth login)", gcloudObstacle, [
      ...Object.keys(apis).map((api) => checkApi(api, project, gcloud)),
      ...expiryChecks(parameters, gcloud),
      ...serviceAccountChecks(project, parameters.FUNCTIONS_SERVICE_ACCOUNT ?? "", gcloud),
    ]),
  ]);
  return findings.flat();
}

const expiring: readonly CollectionName[] = [
  "activity",
  "authState",
  "invitations",
  "issuedCodes",
  "limits",
  "mailThrottle",
  "outbox",
  "sessions",
];
const secretNames = Object.keys(secrets) as SecretName[];

/** The command that sets a secret, to a random value where one will do. */
function secretCommand(name: SecretName): string {
  const { madeBy }: Secret = secrets[name];
  const set = `npx firebase functions:secrets:set ${name}`;
  return madeBy === undefined ? set : `${madeBy} | ${set} --data-file -`;
}

type Tool = (...args: string[]) => Promise<string>;

const checkSecret = (name: SecretName, firebase: Tool) => () =>
  found(`the secret ${name} is set: ${secretCommand(name)}`, async () => {
    const text = await firebase("functions:secrets:access", name);
    try {
      readSecret(name, { [name]: text.trim() });
    } catch (error) {
      throw new Missing((error as Error).message);
    }
  });

const checkApi = (api: string, project: string, gcloud: Tool) => () =>
  found(
    `the API ${api} is enabled`,
    async () => {
      const enabled = await gcloud("services", "list", "--enabled", "--format=value(config.name)");
      if (!enabled.includes(api)) throw new Missing();
    },
    `gcloud services enable ${api} --project ${project}`,
  );

/** Names that break their rule are reported with the parameters. */
function expiryChecks(
  { COLLECTIONS = "", FIRESTORE_DATABASE = "(default)" }: Readonly<Record<string, string>>,
  gcloud: Tool,
): (() => Promise<Finding>)[] {
  const names = collectionNames.safeParse(COLLECTIONS).data;
  return expiring.map((name) => checkExpiry(names?.[name] ?? name, FIRESTORE_DATABASE, gcloud));
}

const checkExpiry = (collection: string, database: string, gcloud: Tool) => () =>
  found(
    `documents of ${collection} expire (npx firebase deploy --only firestore:indexes)`,
    async () => {
      const state = await gcloud(
        ...["firestore", "fields", "ttls", "list", `--database=${database}`],
        ...[`--collection-group=${collection}`, "--format=value(ttlConfig.state)"],
      );
      if (!/ACTIVE|CREATING/.test(state)) throw new Missing();
    },
  );
