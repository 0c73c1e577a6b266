/** The function kit, installed by the Firebase CLI's own command, as two instances in the emulators. */
import { execFile } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
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
let provider: SmtpProvider;
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
  const named = instances.map((name) => [name, `function-kits/config-${name}`] as const);
  kit.instances = Object.fromEntries(named);
  writeFileSync(file, JSON.stringify({ functions: [kit] }));
  provider = await startSmtpProvider();
  // Deployed, each instance has secrets of its own; the emulators know one file for all of them.
  const secrets = { ...localSecrets(portsAt(0)), SMTP_URL: provider.url };
  writeParameterFiles(project.path(kit.source), {}, secrets);
  for (const [name, folder] of named) {
    mkdirSync(project.path(folder), { recursive: true });
    const parameters = {
      ...{ ...localParameters(portsAt(0)), FUNCTION_DEFAULT_REGION: "us-central1" },
      MAIL_FROM: `${name}@example.com`,
      COLLECTIONS: Object.keys(defaultCollections)
        .map((each) => `${each}=${name}-${each}`)
        .join(),
    };
    writeParameterFiles(project.path(folder), parameters, {});
  }
  running = await start(project);
});
afterAll(async () => {
  await running.stop();
  await provider.goDown();
  project.remove();
});

interface Kit {
  kit?: string;
  source: string;
  instances: Record<string, string>;
}

test.each(instances)("%s serves under a name of its own", async (name) => {
  await expect(running.get(`kit-${name}-api/health`)).resolves.toMatchObject({ status: 200 });
});

test("a session and a mail of the one are none of the other's", async () => {
  const email = "ada@example.com";
  const ada = { email, password: "correct horse battery", firstName: "Ada", lastName: "Lovelace" };
  const registered = await running.call("kit-blue-register", ada);
  expect(registered).toMatchObject({ status: 200 });
  const { refreshToken } = registered.result as { refreshToken: string };
  const mails = () => Promise.resolve(provider.accepted);
  const sent = await eventually(mails, ({ length }) => length > 0, 60_000);
  expect(sent.map(({ sender }) => sender)).toEqual(["blue@example.com"]);
  await expect(running.call("kit-green-renewToken", { refreshToken })).resolves.toMatchObject({
    status: 401,
  });
  await expect(running.call("kit-blue-renewToken", { refreshToken })).resolves.toMatchObject({
    status: 200,
  });
});
