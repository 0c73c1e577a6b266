/** Guards in functions of a team's own, which have no back end beside them: TypeScript as ECMAScript modules. */
import { writeFileSync } from "node:fs";
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

  test("refuse a right that one has not, and data that is wrong, before the handler", async () => {
    const token = await running.signUp();
    const invoice = (data: object) => running.call("invoice", data, token);
    await expect(invoice({ number: 1 })).resolves.toMatchObject({ status: 403 });
    await expect(invoice({ number: "one" })).resolves.toMatchObject({ code: "invalid-request" });
  });
});
