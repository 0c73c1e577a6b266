import { randomUUID } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { adminCommand } from "./admin-command";
import { stack } from "./stack";

const folder = mkdtempSync(join(tmpdir(), "transfer-"));
afterAll(() => rmSync(folder, { recursive: true }));

const password = "correct horse battery";

/** A user as Firebase's `auth:export` writes them, with a hash as the emulator makes it. */
function exported(more: object = {}) {
  const localId = randomUUID();
  return {
    localId,
    email: `${localId}@example.com`,
    emailVerified: true,
    salt: "salt",
    passwordHash: `fakeHash:salt=salt:password=${password}`,
    displayName: 'Grace "Amazing" Hopper, Rear Admiral',
    ...more,
  };
}

async function signIn(email: string): Promise<{ status: number; body: object }> {
  const reply = await fetch(`http://${stack().addresses.hosting}/api/auth/login`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ email, password }),
  });
  return { status: reply.status, body: (await reply.json()) as object };
}

/** Removes an account past the project, as the Firebase console does. */
async function remove(localId: string): Promise<void> {
  const { addresses, projectId } = stack();
  const accounts = `identitytoolkit.googleapis.com/v1/projects/${projectId}/accounts`;
  const reply = await fetch(`http://${addresses.auth}/${accounts}:delete`, {
    method: "POST",
    headers: { authorization: "Bearer owner", "content-type": "application/json" },
    body: JSON.stringify({ localId }),
  });
  expect(reply.status).toBe(200);
}

const google = { providerId: "google.com", rawId: randomUUID(), displayName: "Grace, of Google" };
const admin = exported({ customAttributes: '{"role":"Admin"}' });
const users = [exported({ providerUserInfo: [google] }), exported({ email: "nobody" }), admin];
const file = join(folder, "users.json");
writeFileSync(file, JSON.stringify({ users }));

test("npm run admin -- import brings users who sign in as before, and reports the others", async () => {
  expect(await adminCommand(["import", file, "--dry-run"])).toContain(
    "3 rows: 2 would be imported, 0 there already, 1 refused",
  );
  expect((await signIn(admin.email)).status).toBe(401);

  expect(await adminCommand(["import", file])).toContain(
    "3 rows: 2 imported, 0 there already, 1 refused",
  );
  expect(await signIn(admin.email)).toMatchObject({ status: 200, body: { role: "Admin" } });
  const why = "email: must be one e-mail address in ASCII, without a display name";
  const refused = { row: 2, localId: users[1]!.localId, why };
  expect(JSON.parse(readFileSync(`${file}.refused.jsonl`, "utf8"))).toEqual(refused);

  expect(await adminCommand(["import", file, "--after", "2"])).toContain(
    "3 rows: 0 imported, 1 there already, 0 refused",
  );
});

test("what npm run admin -- export writes, import reads, in both forms", async () => {
  const [json, csv] = [join(folder, "all.json"), join(folder, "all.csv")];
  await Promise.all([adminCommand(["export", json]), adminCommand(["export", csv])]);
  expect(statSync(csv).mode & 0o777).toBe(0o600);
  const all = JSON.parse(readFileSync(json, "utf8")) as { users: { localId: string }[] };
  const known = all.users.filter(({ localId }) => users.some((user) => user.localId === localId));
  expect(known).toContainEqual(
    expect.objectContaining({ ...users[0], providerUserInfo: [expect.objectContaining(google)] }),
  );
  const lines = readFileSync(csv, "utf8").split("\n");
  const own = lines.filter((line) => known.some(({ localId }) => line.startsWith(localId)));
  writeFileSync(json, JSON.stringify({ users: known }));
  writeFileSync(csv, own.join("\n"));
  for (const file of [json, csv]) {
    expect(await adminCommand(["import", file, "--dry-run"])).toContain(
      "2 rows: 0 would be imported, 2 there already, 0 refused",
    );
  }
  await remove(admin.localId);
  expect(await adminCommand(["import", csv])).toContain(
    "2 rows: 0 imported, 1 there already, 1 refused",
  );
});

test("an export that was interrupted goes on where it stopped", async () => {
  const out = join(folder, "half.csv");
  // What was written after the last whole page is written again.
  writeFileSync(`${out}.part`, "00000000,half@example.com\nff");
  writeFileSync(`${out}.part.json`, JSON.stringify({ next: "00000000", bytes: 26, users: 1 }));
  expect((await adminCommand(["export", out]))[0]).toBe("Going on after 1 users.");
  const lines = readFileSync(out, "utf8").split("\n");
  expect(lines[0]).toBe("00000000,half@example.com");
  expect(lines.filter((line) => line.startsWith("admin,admin@example.com,true"))).toHaveLength(1);
  expect(lines.map((line) => line.split(",")[0])).not.toContain("ff");
});
