import { importUsers, type ImportPorts } from "../../../src/accounts/import/import-users";
import { accountOf, type ImportedRow } from "../../../src/accounts/import/row";
import { withoutTwins } from "../../../src/accounts/import/twins";
import type { UploadedAccount } from "../../../src/identity/account-imports";
import type { Account } from "../../../src/identity/accounts";
import type { ImportedUser, Known } from "../../../src/users/import-documents";

const row = (localId: string, more: Partial<ImportedRow> = {}): ImportedRow => ({
  ...{ localId, email: `${localId}@example.com`, emailVerified: true, disabled: false },
  ...{ displayName: "Grace Brewster Hopper", providerUserInfo: [], createdAt: 1000 },
  ...more,
});
const accountLike = (localId: string, more: Partial<Account> = {}): Account => ({
  ...accountOf(row(localId), 0),
  ...more,
});

/** Ports with what is there, and what was uploaded and written. */
function importing(
  accounts: Account[] = [],
  known: [string, Known][] = [],
  refusals: [number, string][] = [],
) {
  const uploads: UploadedAccount[] = [];
  const written: ImportedUser[] = [];
  const ports: ImportPorts = {
    accounts: {
      find: (uids, emails) =>
        Promise.resolve(
          accounts.filter(({ uid, email }) => uids.includes(uid) || emails.includes(email ?? "")),
        ),
      upload(users) {
        uploads.push(...users);
        return Promise.resolve(new Map(refusals));
      },
    },
    users: {
      known: () => Promise.resolve(new Map(known)),
      create(users) {
        written.push(...users);
        return Promise.resolve();
      },
    },
    roles: ["User", "Admin"],
  };
  const run = (rows: (ImportedRow | string)[], dryRun = false) =>
    importUsers(rows, ports, { hash: {}, dryRun });
  return { run, uploads, written, ids: () => written.map(({ user }) => user.id) };
}

const imported = { kind: "imported" };
const refused = (why: string) => ({ kind: "refused", why });

test("a row becomes an account with the role that counts, and a document", async () => {
  const { run, uploads, written } = importing();
  const claims = { role: "Admin", plan: "gold" };
  const more = {
    passwordHash: "a+/b=",
    salt: "c+/d",
    lastSignedInAt: 2000,
    customAttributes: claims,
  };
  expect(
    await run([row("ada", more), row("eve", { customAttributes: { role: "editor" } })]),
  ).toEqual([...[imported, imported]]);
  expect(uploads).toEqual([
    {
      ...{ localId: "ada", email: "ada@example.com", emailVerified: true, disabled: false },
      ...{ displayName: "Grace Brewster Hopper", providerUserInfo: [], createdAt: "1000" },
      ...{ passwordHash: "a-_b=", salt: "c-_d", lastLoginAt: "2000" },
      customAttributes: '{"plan":"gold","role":"Admin"}',
    },
    expect.objectContaining({ localId: "eve", customAttributes: '{"role":"User"}' }),
  ]);
  expect(written).toMatchObject([
    {
      ...{ createdAt: 1000, user: { id: "ada", role: "Admin", firstName: "Grace" } },
      user: { signUpMethod: "PASSWORD" },
    },
    { user: { id: "eve", role: "User", signUpMethod: "NONE" } },
  ]);
});

test("what is no base64 goes to Firebase as it is, and so do accounts without claims", async () => {
  const { run, uploads } = importing();
  const anonymous = { email: undefined, passwordHash: "", createdAt: undefined };
  await run([row("ada", { passwordHash: "$2b$10$x+/" }), row("eve", anonymous)]);
  expect(uploads[0]).toMatchObject({ passwordHash: "$2b$10$x+/" });
  expect(Object.keys(uploads[1]!)).not.toEqual(
    expect.arrayContaining(["customAttributes", "createdAt", "lastLoginAt"]),
  );
});

test.each<[string, Account[], [string, Known][], object]>([
  ["who is there", [accountLike("ada")], [["ada", "there"]], { kind: "there" }],
  [
    "whose document was deleted",
    [],
    [["ada", "deleted"]],
    refused("localId: a user of this id was deleted here"),
  ],
  [
    "whose document has no account",
    [],
    [["ada", "there"]],
    refused("localId: has a document without an account"),
  ],
  [
    "whose id somebody else has",
    [accountLike("ada", { email: "eve@example.com" })],
    [],
    refused("localId: belongs to an account with another address"),
  ],
  [
    "whose address somebody else has",
    [accountLike("eve", { email: "ada@example.com" })],
    [],
    refused("email: belongs to another account"),
  ],
])("nothing is written for somebody %s", async (_who, accounts, known, outcome) => {
  const { run, uploads, written } = importing(accounts, known);
  expect(await run([row("ada")])).toEqual([outcome]);
  expect([uploads, written]).toEqual([[], []]);
});

test("an account without a document gets one, and is not uploaded again", async () => {
  const { run, uploads, ids } = importing([accountLike("ada", { claims: { role: "Admin" } })]);
  expect(await run([row("ada")])).toEqual([imported]);
  expect([uploads, ids()]).toEqual([[], ["ada"]]);
});

test("an account that Firebase refuses gets no document", async () => {
  const { run, ids } = importing([], [], [[1, "INVALID_PHONE_NUMBER"]]);
  const rows = [row("ada"), row("eve"), "email: is none"];
  expect(await run(rows)).toEqual([
    imported,
    refused("INVALID_PHONE_NUMBER"),
    refused("email: is none"),
  ]);
  expect(ids()).toEqual(["ada"]);
});

test("a dry run says what would be, and does nothing", async () => {
  const { run, uploads, written } = importing([], [["eve", "deleted"]]);
  expect(await run([row("ada"), row("eve")], true)).toMatchObject([imported, { kind: "refused" }]);
  expect([uploads, written]).toEqual([[], []]);
});

test.each<[string, Partial<ImportedRow>, string]>([
  ["id", { localId: "ada", email: "other@example.com" }, "localId"],
  ["address", { email: "ada@example.com" }, "email"],
  ["phone", { phoneNumber: "+491234" }, "phoneNumber"],
  [
    "provider",
    { providerUserInfo: [{ providerId: "google.com", rawId: "1" }] },
    "providerUserInfo",
  ],
])("the same %s stands in two rows once", (_what, more, field) => {
  const google = [{ providerId: "google.com", rawId: "1" }];
  const first = row("ada", { phoneNumber: "+491234", providerUserInfo: google });
  const other = row("eve", {
    phoneNumber: "",
    providerUserInfo: [{ providerId: "apple.com", rawId: "1" }],
  });
  expect(withoutTwins([first, row("eve", more), other, "why"])).toEqual([
    ...[first, `${field}: the same stands in a row before`, other, "why"],
  ]);
});

test("an account is what its row says", () => {
  const more = { phoneNumber: "+49", mfaInfo: [{}], passwordHash: "x", lastSignedInAt: 5 };
  const providerUserInfo = [{ providerId: "google.com", rawId: "1" }];
  expect(
    accountOf(row("ada", { ...more, providerUserInfo, createdAt: undefined }), 7999),
  ).toMatchObject({
    ...{
      uid: "ada",
      createdAt: 7999,
      asOf: 7,
      lastSignInAt: 5,
      lastSeenAt: 5,
      hasSecondFactor: true,
    },
    ...{ providers: ["password", "google.com", "phone"], claims: {}, emailVerified: true },
  });
  expect(accountOf(row("eve", { email: undefined, mfaInfo: [] }), 7999)).toMatchObject({
    ...{ email: null, createdAt: 1000, hasSecondFactor: false, lastSignInAt: null, providers: [] },
  });
});
