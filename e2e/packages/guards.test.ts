/** Guards in functions of a team's own, which have no back end beside them: TypeScript as ECMAScript modules. */
import { cpSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { newestAdmin, Project } from "./project";
import { type Running, start } from "./running";

const tsc = join(__dirname, "../../node_modules/typescript/bin/tsc");
const project = new Project("typescript", "functions");
let running: Running;

beforeAll(async () => {
  writeFileSync(project.path("firebase.json"), '{ "functions": { "source": "functions" } }');
  project.install("functions", newestAdmin);
  project.run("functions", process.execPath, tsc, "-p", ".");
  running = await start(project);
});
afterAll(async () => {
  await running.stop();
  project.remove();
});

test.each(["firebase-admin", "firebase-functions"])("there is one %s", (name) => {
  expect(project.copiesOf("functions", name)).toHaveLength(1);
});

test("importing them declares no parameter, starts no app, and loads neither Firestore nor mail", () => {
  const script = `
    import "firebase-auth-backend";
    import { createRequire } from "node:module";
    const require = createRequire(import.meta.url);
    const { declaredParams } = require("firebase-functions/params");
    const { getApps } = require("firebase-admin/app");
    const loaded = Object.keys(require.cache).join();
    const heavy = ["@google-cloud", "@grpc", "nodemailer", "zod-openapi"];
    console.log(JSON.stringify({
      parameters: declaredParams.length, apps: getApps().length,
      heavy: heavy.filter((name) => loaded.includes(name)),
    }));`;
  const said = project.run("functions", process.execPath, "--input-type=module", "-e", script);
  expect(JSON.parse(said)).toEqual({ parameters: 0, apps: 0, heavy: [] });
});

test("an error of another copy of them is known by its shape", () => {
  const [here, there] = ["firebase-auth-backend", "another-copy"] as const;
  const modules = (name: string) => project.path("functions/node_modules", name);
  cpSync(modules(here), modules(there), { recursive: true });
  const script = `
    const [one, two] = [require("${here}"), require("${there}")];
    const error = new two.AuthError("not-allowed");
    console.log(JSON.stringify([error instanceof one.AuthError, one.isAuthError(error)]));`;
  const said = project.run("functions", process.execPath, "-e", script);
  expect(JSON.parse(said)).toEqual([false, true]);
});

test("importing them beside the SDK loads no package but themselves, and it is told how long that takes", () => {
  const starts = (...names: string[]) => {
    const script = `
      for (const name of ${JSON.stringify(names)}) require(name);
      const { user, system } = process.cpuUsage();
      const packages = Object.keys(require.cache).map((file) =>
        file.split("/node_modules/").at(-1).match(/^(@[^/]+\\/)?[^/]+/)[0]);
      console.log(JSON.stringify({ took: (user + system) / 1000, packages: [...new Set(packages)] }));`;
    const runs = Array.from({ length: 5 }, () => {
      const said = project.run("functions", process.execPath, "-e", script);
      return JSON.parse(said) as { took: number; packages: string[] };
    });
    return { took: Math.min(...runs.map(({ took }) => took)), packages: runs[0]!.packages };
  };
  const sdk = starts("firebase-functions/https");
  const both = starts("firebase-functions/https", "firebase-auth-backend");
  const beyond = (both.took - sdk.took).toFixed(1);
  const share = `${beyond} ms of processor time beyond ${sdk.took.toFixed(1)} of the SDK`;
  process.stdout.write(`Importing the guards takes ${share}.\n`);
  expect(both.packages.filter((name) => !sdk.packages.includes(name))).toEqual([
    "firebase-auth-backend",
  ]);
});

describe("in the emulators", () => {
  test("let in who is signed in", async () => {
    const token = await running.signUp();
    const { status, body } = await running.get("greeting", token);
    expect([status, body]).toEqual([200, { hello: expect.any(String) as string }]);
  });

  test.each([
    ["nobody", undefined, 401, "not-signed-in"],
    ["a token that is none", "rubbish", 401, "token-invalid"],
  ])("refuse %s, over HTTPS and as a callable", async (_who, token, status, code) => {
    await expect(running.get("greeting", token)).resolves.toMatchObject({ status, code });
    await expect(running.call("invoice", { number: 1 }, token)).resolves.toEqual({ status, code });
  });

  test("hand on a refusal of the team's own, whose SDK is another copy than theirs", async () => {
    const token = await running.signUp();
    await expect(running.call("receipt", {}, token)).resolves.toEqual({
      ...{ status: 404, code: "no-receipt" },
    });
  });

  test("refuse a right that one has not, and data that is wrong, before the handler", async () => {
    const token = await running.signUp();
    const invoice = (data: object) => running.call("invoice", data, token);
    await expect(invoice({ number: 1 })).resolves.toMatchObject({ status: 403 });
    await expect(invoice({ number: "one" })).resolves.toMatchObject({ code: "invalid-request" });
  });
});
