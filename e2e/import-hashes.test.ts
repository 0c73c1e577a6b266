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

const entries = () => asAdmin("GET", "/activity?action=importUsers&limit=100") as Promise<Entry[]>;

// Whether the passwords are right, only Google can say: the emulator has hashes of its own.
test("scrypt hashes are imported as the console's parameters say, and the trail has one entry, without an address", async () => {
  const [file, config] = [join(folder, "users.json"), join(folder, "hash.txt")];
  const users = [user(), user(), { ...user(), email: "nobody" }];
  writeFileSync(file, JSON.stringify({ users }));
  writeFileSync(config, shown);
  const before = (await entries()).length;
  const bringing = ["import", file, "--hash-config", config];
  expect(await adminCommand([...bringing, "--dry-run"])).toContain(
    "3 rows: 2 would be imported, 0 there already, 1 refused",
  );
  expect(await entries()).toHaveLength(before);
  expect(await adminCommand(bringing)).toContain("3 rows: 2 imported, 0 there already, 1 refused");
  const [made] = users;
  expect(await asAdmin("GET", `/users?userId=${made?.localId}`)).toMatchObject({
    email: made?.email,
    firstName: "Grace",
  });
  // Who is there already leaves no trace.
  expect(await adminCommand(bringing)).toContain("3 rows: 0 imported, 2 there already, 1 refused");
  const all = await entries();
  expect(all).toHaveLength(before + 1);
  expect(all[0]).toMatchObject({ outcome: "ok", by: null, userId: null, count: 2 });
  expect(JSON.stringify(all)).not.toContain("@");
});

test("a file that says nothing of the hashes is refused before anybody is imported", async () => {
  const [file, config] = [join(folder, "one.json"), join(folder, "flawed.txt")];
  writeFileSync(file, JSON.stringify({ users: [user()] }));
  writeFileSync(config, "rounds: 8");
  const before = (await entries()).length;
  await expect(adminCommand(["import", file, "--hash-config", config])).rejects.toThrow(
    /names no algorithm/,
  );
  expect(await entries()).toHaveLength(before);
});
