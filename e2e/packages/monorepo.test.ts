/** A repository with rules of its own and two codebases, one of which is the back end's, as a group. */
import { readFileSync } from "node:fs";
import {
  missingForOfficial,
  startOfficialFirestore,
} from "../../local/official-firestore/emulator";
import { loadRules } from "../../local/official-firestore/rules";
import { newestAdmin, Project } from "./project";
import { refusedWith, type Running, start } from "./running";

const project = new Project("monorepo");
let running: Running;

beforeAll(() => {
  project.install("auth", 13);
  project.install("shop", newestAdmin);
});
afterAll(() => project.remove());

test.each([
  ["auth", "firebase-admin"],
  ["auth", "firebase-functions"],
  ["shop", "firebase-admin"],
  ["shop", "firebase-functions"],
])("%s has one %s", (folder, name) => {
  expect(project.copiesOf(folder, name)).toHaveLength(1);
});

const bin = "auth/node_modules/.bin/firebase-auth-backend";

test("init asks which codebase, and changes nothing before it knows", () => {
  const before = readFileSync(project.path("firestore.rules"), "utf8");
  expect(() => project.run(".", bin, "init", "--yes")).toThrow("--codebase");
  expect(readFileSync(project.path("firestore.rules"), "utf8")).toBe(before);
});

test("init brings in what is needed, once", () => {
  const command = ["init", "--yes", "--codebase", "auth", "--api-function", "auth-api"];
  const said = project.run(".", bin, ...command);
  expect(said).toContain(
    "Written: firebase.json, firestore.rules, firestore.indexes.json, auth/.env",
  );
  const rules = readFileSync(project.path("firestore.rules"), "utf8");
  expect(rules.match(/match \/\w+\/\{\w+\} \{/g)).toEqual([
    ...["match /members/{uid} {", "match /users/{id} {", "match /orders/{id} {"],
  ]);
  expect(rules).toContain("/documents/memberStates/");
  const hosting = readFileSync(project.path("firebase.json"), "utf8");
  expect(hosting).toContain('"function": "auth-api"');
  const again = project.run(".", bin, ...command);
  expect(again).toContain("Everything is there already.");
});

const missing = missingForOfficial(process.env);
(missing === undefined ? test : test.skip)(
  `the merged rules are rules${missing === undefined ? "" : `: to run this, ${missing}`}`,
  async () => {
    const emulator = await startOfficialFirestore();
    try {
      const file = project.path("firestore.rules");
      await expect(loadRules(emulator.host, "demo-rules", file)).resolves.toBeUndefined();
    } finally {
      await emulator.stop();
    }
  },
);

describe("in the emulators", () => {
  beforeAll(async () => {
    running = await start(project, "auth");
  });
  afterAll(() => running.stop());

  test("a revocation by the one codebase is in force in the other", async () => {
    const { id, accessToken } = await running.member("auth-");
    const order = () => running.call("order", {}, accessToken);
    await expect(order()).resolves.toEqual({ status: 200, result: { orderedBy: id } });
    await running.call("auth-revokeTokens", { userId: id }, accessToken);
    await expect(refusedWith("session-revoked", order)).resolves.toMatchObject({ status: 401 });
  });

  test("the group's API serves under the group's name", async () => {
    await expect(running.get("auth-api/health")).resolves.toMatchObject({ status: 200 });
  });
});
