import { mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Firestore, Timestamp } from "firebase-admin/firestore";
import { startAuthEmulator } from "../../auth-emulator/server";
import { startEmbeddedFirestore } from "../../firestore";
import { openKept } from "../../stack/data/kept";
import { readSeedFile } from "../../stack/data/seed-file";
import { seedAccounts, seededAccount, seedDocuments } from "../../stack/seeds";
import { startFirestore } from "../../stack/firestore";

const projectId = "demo-kept";
const folder = mkdtempSync(join(tmpdir(), "kept-"));
afterAll(() => rmSync(folder, { recursive: true }));

const { signal } = new AbortController();

const ada = {
  ...{ uid: "ada", email: "ada@example.com", password: "correct horse battery" },
  ...{ firstName: "Ada", lastName: "Lovelace", role: "User" },
};

async function signsIn(host: string): Promise<boolean> {
  const { email, password } = ada;
  const path = "identitytoolkit.googleapis.com/v1/accounts:signInWithPassword?key=any";
  const reply = await fetch(`http://${host}/${path}`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ email, password, returnSecureToken: true }),
  });
  return reply.ok;
}

test("documents are there again after the next start, with their times, and nobody else can read the file", async () => {
  const keptIn = join(folder, "documents");
  const seen: object[] = [];
  for (const start of [1, 2]) {
    const server = await startEmbeddedFirestore({ keptIn });
    const firestore = new Firestore({ projectId, host: server.host, ssl: false });
    const bytes = Buffer.from([0, 255]);
    if (start === 1) await firestore.doc("notes/one").set({ at: Timestamp.now(), bytes, count: 3 });
    const found = await firestore.collection("notes").where("count", "==", 3).get();
    seen.push(...found.docs.map((each) => [each.data(), each.createTime, each.updateTime]));
    await firestore.terminate();
    await server.stop();
  }
  expect(seen).toHaveLength(2);
  expect(seen[1]).toEqual(seen[0]);
  expect(statSync(keptIn).mode & 0o777).toBe(0o600);
});

test("accounts are there again, with their passwords, and so are the keys", async () => {
  const first = openKept(folder, projectId, 0);
  expect(first).toMatchObject({ isThere: false, accounts: [] });
  const before = await startAuthEmulator({ projectId });
  await seedAccounts(projectId, before.host, signal, [seededAccount(ada)]);
  await first.keepAccounts(projectId, before.host);
  await before.stop();

  const next = openKept(folder, projectId, 0);
  expect(next).toMatchObject({ isThere: true, keys: first.keys });
  const after = await startAuthEmulator({ projectId });
  await seedAccounts(projectId, after.host, signal, next.accounts);
  expect(await signsIn(after.host)).toBe(true);
  await after.stop();
  expect(openKept(folder, projectId, 100).isThere).toBe(false);
});

test("Google's emulator keeps nothing, and says so", async () => {
  const options = {
    wish: "official",
    port: 0,
    projectId,
    rules: "",
    log: () => undefined,
  } as const;
  await expect(startFirestore({ ...options, keptIn: folder })).rejects.toThrow(
    "--keep works with the embedded Firestore alone.",
  );
});

test("a file of one's own brings users and documents", async () => {
  const file = join(folder, "seeds.json");
  const documents = { "invoices/1": { due: { $time: "2026-01-02T00:00:00Z" } } };
  writeFileSync(file, JSON.stringify({ users: [ada], documents }));
  const server = await startEmbeddedFirestore();
  await seedDocuments(projectId, server.host, {}, readSeedFile(file));
  const firestore = new Firestore({ projectId, host: server.host, ssl: false });
  const [user, invoice] = await firestore.getAll(
    firestore.doc("users/ada"),
    firestore.doc("invoices/1"),
  );
  expect(user?.data()).toMatchObject({ firstName: "Ada", emailVerified: true, role: "User" });
  expect((invoice?.get("due") as Timestamp).toDate()).toEqual(new Date("2026-01-02"));
  await firestore.terminate();
  await server.stop();
});

test.each([
  [{ users: [{ uid: "ada" }] }, "user 1 lacks email, password, firstName, lastName, role."],
  [{ documents: { invoices: {} } }, '"invoices" is no path of a document.'],
])("a file with %j is refused, with the reason", (content, why) => {
  const file = join(folder, "flawed.json");
  writeFileSync(file, JSON.stringify(content));
  expect(() => readSeedFile(file)).toThrow(why);
});
