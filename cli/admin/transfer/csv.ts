/** The columns of Firebase's CSV, which has no header, by what `auth:export` calls them. */
const columns = {
  localId: 0,
  email: 1,
  emailVerified: 2,
  passwordHash: 3,
  salt: 4,
  displayName: 5,
  photoUrl: 6,
  createdAt: 23,
  lastSignedInAt: 24,
  phoneNumber: 25,
  disabled: 26,
  customAttributes: 27,
} as const;

/** Where the four columns of each provider begin: id, address, name, picture. */
const providers = {
  "google.com": 7,
  "facebook.com": 11,
  "twitter.com": 15,
  "github.com": 19,
  "apple.com": 28,
  "microsoft.com": 32,
  "gc.apple.com": 36,
  "playgames.google.com": 40,
  "linkedin.com": 44,
  "yahoo.com": 48,
} as const;

const width = 52;

type Columns = { [Name in keyof typeof columns]?: string | boolean | undefined };

/** A user as `auth:export` writes them. */
export interface ExportedUser extends Columns {
  localId: string;
  providerUserInfo?: readonly ExportedProvider[] | undefined;
  /** Second factors. The CSV has no room for them. */
  mfaInfo?: readonly object[] | undefined;
}

export interface ExportedProvider {
  providerId: string;
  rawId: string;
  email?: string | undefined;
  displayName?: string | undefined;
  photoUrl?: string | undefined;
}

/** Reads a record of the CSV. An empty cell says nothing. */
export function fromCsv(cells: readonly string[]): ExportedUser {
  const cell = (index: number) => cells[index] ?? "";
  const fields = Object.entries(columns)
    .filter(([, index]) => cell(index) !== "")
    .map(([name, index]) => [name, flags.has(name) ? isTrue(cell(index)) : cell(index)]);
  const providerUserInfo = Object.entries(providers)
    .filter(([, index]) => cell(index) !== "")
    .map(([providerId, index]) => ({
      providerId,
      rawId: cell(index),
      ...(cell(index + 1) !== "" && { email: cell(index + 1) }),
      ...(cell(index + 2) !== "" && { displayName: cell(index + 2) }),
      ...(cell(index + 3) !== "" && { photoUrl: cell(index + 3) }),
    }));
  return { ...(Object.fromEntries(fields) as ExportedUser), providerUserInfo };
}

const flags: ReadonlySet<string> = new Set(["emailVerified", "disabled"]);

/** What is neither is handed on, and refused with its reason. */
const isTrue = (text: string) =>
  /^true$/i.test(text) ? true : /^false$/i.test(text) ? false : text;

/** Writes a user as a line of the CSV. */
export function toCsv(user: ExportedUser): string {
  const cells = Array.from({ length: width }, () => "");
  for (const [name, index] of Object.entries(columns))
    cells[index] = quoted(user[name as keyof Columns]);
  for (const { providerId, rawId, email, displayName, photoUrl } of user.providerUserInfo ?? []) {
    const begin = providers[providerId as keyof typeof providers] as number | undefined;
    if (begin === undefined) continue;
    cells.splice(begin, 4, ...[rawId, email, displayName, photoUrl].map(quoted));
  }
  return cells.join(",");
}

function quoted(value: string | boolean | undefined): string {
  const text = String(value ?? "");
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
