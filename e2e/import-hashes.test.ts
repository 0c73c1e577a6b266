import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { adminCommand } from "./admin-command";
import { asAdmin } from "./browser/support/admins";

const folder = mkdtempSync(join(tmpdir(), "hashes-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** As the Firebase console shows them; the key and the hashes below are those of firebase/scrypt's own documentation. */
const shown = `hash_config {
  algorithm: SCRYPT,
  base64_signer_key: jxspr8Ki0RYycVU8zykbdLGjFQ3McFUH0uiiTvC8pVMXAn210wjLNmdZJzxUECKbm0QsEmYUSDzZvpjeJ9WmXA==,
  base64_salt_separator: Bw==,
  rounds: 8,
  mem_cost: 14,
}`;
const hash =
  "lSrfV15cpx95_sZS2W9c9Kp6i_LVgQNDNC_qzrCnh1SAyZvqmZqAjTdn3aoItz-VHjoZilo78198JAdRuid5lQ==";

const user = () => {
  const localId = randomUUID();
  const email = `${localId}@example.com`;
  return {
    localId,
    email,
    passwordHash: hash,
    salt: "42xEC-ixf3L2lw==",
    displayName: "Grace Hopper",
  };
};

interface Entry {
  outcome: string;
  by: string | null;
  userId: string | null;
  count?: number;
}

/** As many as no other test imports, which do so meanwhile. */
const count = 7;

async function entries(): Promise<Entry[]> {
  const all = await asAdmin("GET", "/activity?action=importUsers&limit=100");
  return (all as Entry[]).filter((entry) => entry.count === count);
}

// Whether the passwords are right, only Google can say: the emulator has hashes of its own.
test("scrypt hashes are imported as the console's parameters say, and the trail has one entry, without an address", async () => {
  const [file, config] = [join(folder, "users.json"), join(folder, "hash.txt")];
  const users = [...Array.from({ length: count }, user), { ...user(), email: "nobody" }];
  writeFileSync(file, JSON.stringify({ users }));
  writeFileSync(config, shown);
  const bringing = ["import", file, "--hash-config", config];
  expect(await adminCommand([...bringing, "--dry-run"])).toContain(
    "8 rows: 7 would be imported, 0 there already, 1 refused",
  );
  expect(await entries()).toEqual([]);
  expect(await adminCommand(bringing)).toContain("8 rows: 7 imported, 0 there already, 1 refused");
  const [made] = users;
  expect(await asAdmin("GET", `/users?userId=${made?.localId}`)).toMatchObject({
    email: made?.email,
    firstName: "Grace",
  });
  // Who is there already leaves no trace.
  expect(await adminCommand(bringing)).toContain("8 rows: 0 imported, 7 there already, 1 refused");
  const all = await entries();
  expect(all).toMatchObject([{ outcome: "ok", by: null, userId: null }]);
  expect(JSON.stringify(all)).not.toContain("@");
});

test("a file that says nothing of the hashes is refused before anybody is imported", async () => {
  const [file, config] = [join(folder, "one.json"), join(folder, "flawed.txt")];
  const one = user();
  writeFileSync(file, JSON.stringify({ users: [one] }));
  writeFileSync(config, "rounds: 8");
  await expect(adminCommand(["import", file, "--hash-config", config])).rejects.toThrow(
    /names no algorithm/,
  );
  await expect(asAdmin("GET", `/users?userId=${one.localId}`)).rejects.toThrow("404");
});
