/** The whole back end in a project of somebody else's, in plain JavaScript. */
import { appendFileSync, writeFileSync } from "node:fs";
import { Project } from "./project";
import { documentedFunctions } from "./snippets";
import { refusedWith, type Running, start } from "./running";

const project = new Project("javascript", "functions");
let running: Running;

beforeAll(async () => {
  writeFileSync(project.path("firebase.json"), '{ "functions": { "source": "functions" } }');
  project.install("functions", 13);
  documentedFunctions().forEach((code, index) => {
    writeFileSync(project.path("functions", `documented-${index}.js`), code);
    const added = `\nObject.assign(exports, require("./documented-${index}.js"));`;
    appendFileSync(project.path("functions/index.js"), added);
  });
  running = await start(project, "functions");
});
afterAll(async () => {
  await running.stop();
  project.remove();
});

test.each(["firebase-admin", "firebase-functions"])("there is one %s", (name) => {
  expect(project.copiesOf("functions", name)).toHaveLength(1);
});

test("a production install keeps the SDKs", () => {
  const listed = project.run("functions", "npm", "ls", "--omit=dev", "--parseable");
  for (const name of ["firebase-admin", "firebase-functions"]) expect(listed).toContain(name);
});

test("the API serves", async () => {
  await expect(running.get("api/health")).resolves.toMatchObject({ body: { status: "ok" } });
});

test.each([
  ["listInvoices", {}],
  ["readInvoice", { invoiceId: "1" }],
  ["invoices", {}],
])("%s, as the documentation shows it, is for Admins alone", async (name, data) => {
  const { accessToken } = await running.member();
  const answers = [running.call(name, data), running.call(name, data, accessToken)];
  await expect(Promise.all(answers)).resolves.toEqual([
    { status: 401, code: "not-signed-in" },
    { status: 403, code: "not-allowed" },
  ]);
});

test("a member gets in, and is out once their tokens are revoked", async () => {
  const { id, accessToken } = await running.member();
  const greet = () => running.call("greeting", {}, accessToken);
  await expect(greet()).resolves.toEqual({ status: 200, result: { hello: id } });
  await running.call("revokeTokens", { userId: id }, accessToken);
  await expect(refusedWith("session-revoked", greet)).resolves.toEqual({
    status: 401,
    code: "session-revoked",
  });
});
