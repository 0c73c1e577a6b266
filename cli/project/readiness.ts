import { existsSync } from "node:fs";
import { join } from "node:path";
import {
  defaultParameters,
  parameterFlaws,
  readSecret,
  type SecretName,
  secrets,
} from "../../functions/src/config";
import type { Secret } from "../../functions/src/config/parameter";
import { deployParameters, functionsFolder } from "./parameters";

/** One thing that a deploy needs: present, missing, or for a person to check. */
export interface Finding {
  state: "ok" | "missing" | "ask";
  what: string;
}

/** Runs a command and returns what it printed; rejects when it fails. */
export type Run = (command: string, args: string[]) => Promise<string>;

/** Checks what can be checked without leaving this machine: the parameters of a project. */
export function checkParameters(project: string, folder = functionsFolder): Finding[] {
  const named = deployParameters(project, folder);
  const files = `functions/.env or functions/.env.${project}`;
  // The CLI asks a person, but fails without one, for each parameter that no file names.
  const unnamed = Object.keys(defaultParameters()).filter((name) => !(name in named));
  return [
    ...parameterFlaws(named).map((flaw): Finding => ({
      state: "missing",
      what: `${flaw} (${files})`,
    })),
    ...(unnamed.length > 0
      ? [
          {
            state: "ask" as const,
            what: `at their defaults, which a deploy without a terminal wants in ${files}: ${unnamed.join(", ")}`,
          },
        ]
      : []),
    existsSync(join(folder, "lib/index.js"))
      ? { state: "ok", what: "the functions are built" }
      : { state: "ask", what: "the functions are not built yet; a deploy builds them" },
  ];
}

/** Checks a real project through the Firebase CLI and gcloud, as whoever is signed in to them. */
export async function checkProject(project: string, run: Run): Promise<Finding[]> {
  const firebase = (...args: string[]) => run("npx", ["firebase", ...args, "--project", project]);
  const gcloud = (...args: string[]) => run("gcloud", [...args, "--project", project]);
  return Promise.all([
    found("the CLI reaches the project", firebase("functions:list")),
    ...secretNames.map((name) =>
      found(
        `the secret ${name} is set: ${secretCommand(name)}`,
        firebase("functions:secrets:access", name).then((text) =>
          readSecret(name, { [name]: text.trim() }),
        ),
      ),
    ),
    ...["cloudtasks", "cloudscheduler", "identitytoolkit", "secretmanager", "firestore"].map(
      (api) =>
        found(
          `the API ${api}.googleapis.com is enabled`,
          gcloud("services", "list", "--enabled", "--format=value(config.name)").then((list) => {
            if (!list.includes(`${api}.googleapis.com`)) throw new Error("not enabled");
          }),
        ),
    ),
    ...["authState", "mailThrottle", "outbox"].map((collection) =>
      found(
        `documents of ${collection} expire (firebase deploy --only firestore:indexes)`,
        gcloud(
          "firestore",
          "fields",
          "ttls",
          "list",
          `--collection-group=${collection}`,
          "--format=value(ttlConfig.state)",
        ).then((state) => {
          if (!/ACTIVE|CREATING/.test(state)) throw new Error("no TTL policy");
        }),
      ),
    ),
  ]);
}

const secretNames = Object.keys(secrets) as SecretName[];

/** The command that sets a secret, to a random value where one will do. */
function secretCommand(name: SecretName): string {
  const { madeBy }: Secret = secrets[name];
  const set = `npx firebase functions:secrets:set ${name}`;
  return madeBy === undefined ? set : `${madeBy} | ${set} --data-file -`;
}

async function found(what: string, check: Promise<unknown>): Promise<Finding> {
  try {
    await check;
    return { state: "ok", what };
  } catch (error) {
    const absent = error instanceof Error && "code" in error && error.code === "ENOENT";
    return absent
      ? { state: "ask", what: `${what} (gcloud is not installed here, so it was not asked)` }
      : { state: "missing", what };
  }
}

/** What no command can check; the README's checklist explains it. */
export const askAPerson: readonly Finding[] = [
  "WEB_API_KEY has no referrer restriction, and its API restrictions allow Identity Toolkit and Token Service",
  "e-mail/password (and Google, where wanted) is enabled under Authentication › Sign-in method",
  "the functions' service account may enqueue tasks (roles/cloudtasks.enqueuer), act as itself (roles/iam.serviceAccountUser) and administrate users (roles/firebaseauth.admin)",
  "the first Admin is made: npm run admin -- grant <email> Admin --project <id>",
  "where only this back end may make accounts: Authentication › Settings › User actions › Enable create (sign-up) is off",
].map((what) => ({ state: "ask", what }));
