/** The function kit, installed by the Firebase CLI's own command, as two instances in the emulators. */
import { execFile } from "node:child_process";
import { cpSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { initializeApp } from "firebase-admin/app";
import { getFirestore } from "firebase-admin/firestore";
import { defaultCollections } from "../../functions/src/database/collections";
import { eventually } from "../../local/demo/patience";
import { localParameters, localSecrets, writeParameterFiles } from "../../local/stack/parameters";
import { portsAt } from "../../local/ports/ports";
import { type SmtpProvider, startSmtpProvider } from "../../functions/testing/mail/smtp-provider";
import { packed, packedKit, Project } from "./project";
import { startRegistry } from "./registry";
import { type Running, start } from "./running";

const cli = join(__dirname, "../../node_modules/firebase-tools/lib/bin/firebase.js");
const project = new Project("kit");
const instances = ["blue", "green"] as const;
type Instance = (typeof instances)[number];
const providers = new Map<Instance, SmtpProvider>();
let running: Running;

beforeAll(async () => {
  const registry = await startRegistry([packed(), packedKit()]);
  const options = "--non-interactive --force --no-configure --project demo-kits".split(" ");
  const command = ["functions:kits:install", "--package", "firebase-auth-backend-kit", ...options];
  process.stdout.write(`$ firebase ${command.join(" ")}\n`);
  const environment = {
    ...{ npm_config_registry: registry.url, npm_config_prefer_offline: "true" },
    ...{ npm_config_audit: "false", npm_config_fund: "false", FIREBASE_TOKEN: "any" },
  };
  await promisify(execFile)(process.execPath, [cli, ...command], {
    cwd: project.folder,
    env: { ...process.env, ...environment },
  });
  await registry.stop();
  const file = project.path("firebase.json");
  const { functions } = JSON.parse(readFileSync(file, "utf8")) as { functions: Kit[] };
  const kit = functions.find((each) => each.kit)!;
  const kits = instances.map((name) => instanceOf(kit, name));
  writeFileSync(file, JSON.stringify({ functions: kits }));
  for (const name of instances) {
    const provider = await startSmtpProvider();
    providers.set(name, provider);
    const secrets = { ...localSecrets(portsAt(0)), SMTP_URL: provider.url };
    writeParameterFiles(project.path(sourceOf(name)), {}, secrets);
    const parameters = {
      ...{ ...localParameters(portsAt(0)), FUNCTION_DEFAULT_REGION: "us-central1" },
      MAIL_FROM: `${name}@example.com`,
      COLLECTIONS: Object.keys(defaultCollections)
        .map((each) => `${each}=${name}-${each}`)
        .join(),
    };
    mkdirSync(project.path(configurationOf(name)), { recursive: true });
    writeParameterFiles(project.path(configurationOf(name)), parameters, {});
  }
  running = await start(project);
});
afterAll(async () => {
  await running.stop();
  for (const provider of providers.values()) await provider.goDown();
  project.remove();
});

interface Kit {
  kit?: string;
  source: string;
  instances: Record<string, string>;
}

const sourceOf = (name: Instance) => `function-kits/source-${name}`;
const configurationOf = (name: Instance) => `function-kits/config-${name}`;

/**
 * Makes an instance of the kit from a copy of its source. Deployed, every instance has secrets of its own; the emulators
 * read those of one source for all of its instances.
 */
function instanceOf(kit: Kit, name: Instance): Kit {
  cpSync(project.path(kit.source), project.path(sourceOf(name)), { recursive: true });
  const only = { [name]: configurationOf(name) };
  return { ...kit, kit: `${kit.kit}-${name}`, source: sourceOf(name), instances: only };
}

test.each(instances)("%s serves under a name of its own", async (name) => {
  await expect(running.get(`kit-${name}-api/health`)).resolves.toMatchObject({ status: 200 });
});

/** Signs somebody up at an instance, and waits for the mail that its own worker sends. */
async function register(name: Instance) {
  const ada = { email: "ada@example.com", password: "correct horse battery" };
  const names = { firstName: "Ada", lastName: name };
  const reply = await running.call(`kit-${name}-register`, { ...ada, ...names });
  const mails = () => Promise.resolve(providers.get(name)!.accepted);
  const accepted = await eventually(mails, ({ length }) => length > 0, 60_000);
  return { reply, senders: accepted.map(({ sender }) => sender) };
}

test("a session of the one is none of the other's, whose mails go another way", async () => {
  const { reply, senders } = await register("blue");
  expect(reply).toMatchObject({ status: 200 });
  expect(senders).toEqual(["blue@example.com"]);
  expect(providers.get("green")!.accepted).toEqual([]);
  const { refreshToken } = reply.result as { refreshToken: string };
  const renew = (name: Instance) => running.call(`kit-${name}-renewToken`, { refreshToken });
  await expect(renew("green")).resolves.toMatchObject({ status: 401 });
  await expect(renew("blue")).resolves.toMatchObject({ status: 200 });
});

test("the task that is asked for after a deploy finds what a newer version left, in its own instance", async () => {
  const { projectId, firestore: firestoreHost } = running.stack;
  process.env.FIRESTORE_EMULATOR_HOST = firestoreHost;
  const firestore = getFirestore(initializeApp({ projectId }));
  await firestore.doc("blue-authBackend/schema").set({ version: 1_000 });
  await firestore.terminate();
  const check = (name: Instance) => running.call(`kit-${name}-checkDeployment`, {});
  await expect(check("green")).resolves.toMatchObject({ status: 204 });
  await expect(check("blue")).resolves.toMatchObject({ status: 400 });
  const log = () => Promise.resolve(readFileSync(project.path("emulators.log"), "utf8"));
  const said = (text: string) => text.includes("The stored documents have the shape 1000");
  expect(await eventually(log, said, 60_000)).toContain("Schema not served");
});
