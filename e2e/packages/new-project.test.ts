/** `npm create firebase-auth-backend`, from a registry that has the tarballs. */
import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { packed, packedCreate } from "./project";
import { type Registry, startRegistry } from "./registry";

const home = mkdtempSync(join(tmpdir(), "new-"));
const folder = join(home, "my-app");
let registry: Registry;

beforeAll(async () => {
  registry = await startRegistry([packed(), packedCreate()]);
});
afterAll(async () => {
  await registry.stop();
  rmSync(home, { recursive: true });
});

/** Runs what a user would type, while this process serves the registry. Without a terminal nobody is asked anything. */
async function run(cwd: string, ...command: string[]): Promise<string> {
  const [program = "", ...args] = command;
  process.stdout.write(`$ ${command.join(" ")}\n`);
  const environment = {
    ...{ npm_config_registry: registry.url, npm_config_replace_registry_host: "never" },
    ...{ npm_config_prefer_offline: "true", npm_config_yes: "true" },
  };
  const running = promisify(execFile)(program, args, {
    ...{ cwd, env: { ...process.env, ...environment }, maxBuffer: 10_000_000 },
  });
  running.child.stdin?.end();
  return (await running).stdout;
}

test("makes a project, without a question, whose own tests pass in the emulators", async () => {
  const create = "create firebase-auth-backend@latest my-app -- --yes --name Ada's";
  await expect(run(home, "npm", ...create.split(" "))).resolves.toContain("npm start");
  expect(readFileSync(join(folder, "firestore.rules"), "utf8")).toContain("match /users/{uid}");
  expect(readFileSync(join(folder, "public/index.html"), "utf8")).toContain("<title>Ada&#39;s");
  const said = await run(folder, "npm", "test");
  expect(said).toMatch(/^ready$/m);
  expect(said).toMatch(/^(#|ℹ) pass 2$/m);
  expect(said).toMatch(/^(#|ℹ) fail 0$/m);
});

test.each(["firebase-admin", "firebase-functions"])("it has one %s", async (name) => {
  const listed = await run(join(folder, "functions"), "npm", "ls", name, "--all", "--parseable");
  expect(listed.trim().split("\n")).toHaveLength(1);
});

test("a folder that holds something is left alone", async () => {
  const create = "create firebase-auth-backend@latest my-app -- --yes";
  await expect(run(home, "npm", ...create.split(" "))).rejects.toThrow("is not empty");
});
