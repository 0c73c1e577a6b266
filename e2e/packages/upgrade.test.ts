/** A project that has the release before this one, with files and data, gets this one without a hand. */
import { cpSync, readFileSync } from "node:fs";
import { initializeApp } from "firebase-admin/app";
import { getAuth } from "firebase-admin/auth";
import { type Firestore, getFirestore } from "firebase-admin/firestore";
import { bin, onStack } from "./commands/on-stack";
import { Project } from "./project";
import { earlierDocuments, earlierRelease, packedEarlier } from "./release";
import { type Running, start } from "./running";

const project = new Project("javascript", "functions");
const password = "correct horse battery";
const files = ["firebase.json", "firestore.rules", "firestore.indexes.json"];
const texts = () => files.map((file) => readFileSync(project.path(file), "utf8"));
const upgrade = (...options: string[]) => project.run(".", bin, "upgrade", ...options);
let running: Running;
let firestore: Firestore;

beforeAll(() => {
  cpSync(earlierRelease, project.folder, { recursive: true });
  const quiet = ["--no-audit", "--no-fund", "--ignore-scripts", "--prefer-offline"];
  project.run(
    "functions",
    "npm",
    "install",
    ...quiet,
    packedEarlier(project.path("earlier")),
    "firebase-admin@13",
  );
  project.install("functions", 13);
});
afterAll(async () => {
  await firestore.terminate();
  await running.stop();
  project.remove();
});

test("the new version replaces the one before", () => {
  const installed = project.run("functions", "npm", "ls", "firebase-auth-backend", "--parseable");
  expect(installed.trim().split("\n")).toHaveLength(1);
  const manifest = project.path("functions/node_modules/firebase-auth-backend/package.json");
  expect(readFileSync(manifest, "utf8")).not.toContain('"0.0.9"');
});

test("a dry run shows what changes, and changes nothing", () => {
  const before = texts();
  const said = upgrade("--dry-run");
  expect(said).toContain("+      return binding == null");
  expect(said).toMatch(/^\+ .*search\.name/m);
  expect(texts()).toEqual(before);
});

test("rules and indexes are brought up to date, what is the team's stays, and a second run changes nothing", () => {
  expect(upgrade("--yes")).toContain("Written: firestore.rules, firestore.indexes.json");
  const [configuration, rules, indexes] = texts();
  expect(configuration).toContain("// Ours, of before the back end.");
  expect(rules).toContain("match /orders/{id}");
  expect(rules?.match(/function isInTime\(/g)).toHaveLength(1);
  expect(indexes).toContain('"fieldPath": "total"');
  expect(indexes).toContain('"fieldPath": "search.starts"');
  const after = texts();
  expect(upgrade("--yes")).toContain("Everything is there already.");
  expect(texts()).toEqual(after);
});

describe("once the new version runs", () => {
  beforeAll(async () => {
    running = await start(project, "functions");
    const { projectId, auth: authHost, firestore: firestoreHost } = running.stack;
    process.env.FIREBASE_AUTH_EMULATOR_HOST = authHost;
    process.env.FIRESTORE_EMULATOR_HOST = firestoreHost;
    const app = initializeApp({ projectId });
    firestore = getFirestore(app);
    for (const [path, data] of earlierDocuments()) await firestore.doc(path).set(data);
    const ada = { uid: "ada", email: "ada@example.com", password, emailVerified: true };
    await getAuth(app).createUser(ada);
    await getAuth(app).setCustomUserClaims("ada", { role: "Admin" });
  });

  const upgradeDocuments = (...options: string[]) =>
    onStack(project, running, "upgrade", "--yes", ...options);
  async function found(): Promise<unknown> {
    const signedIn = await running.call("generateToken", { email: "ada@example.com", password });
    const { accessToken } = signedIn.result as { accessToken: string };
    const { body } = await running.get("api/users?search=hop", accessToken);
    return body;
  }
  const grace = async () => (await firestore.doc("users/grace").get()).data();

  test("an administrator of before signs in, with the documents as they were", async () => {
    await expect(found()).resolves.toEqual([]);
  });

  test("a dry run counts the documents, and changes none", async () => {
    await expect(upgradeDocuments("--dry-run")).resolves.toContain("2 would change");
    expect(await grace()).not.toHaveProperty("search");
  });

  test("the documents are upgraded, each field of the team's stays, and a second run has nothing to do", async () => {
    await expect(upgradeDocuments()).resolves.toContain("2 documents seen, 2 changed");
    await expect(found()).resolves.toMatchObject([{ id: "grace", lastName: "Hopper" }]);
    expect(await grace()).toMatchObject({ plan: "the team's own field", signUpMethod: "GOOGLE" });
    expect((await firestore.doc("orders/1").get()).data()).toEqual({ owner: "grace", total: 3 });
    await expect(upgradeDocuments()).resolves.toContain("have shape 2 already");
  });

  test("the package's other commands find it", async () => {
    await expect(onStack(project, running, "admin", "show", "ada@example.com")).resolves.toContain(
      "ada@example.com",
    );
    await expect(onStack(project, running, "mail", "list")).resolves.toMatch(/delivered/);
  });
});
