import type { Account } from "../../identity/accounts";
import type { UploadedAccount } from "../../identity/account-imports";
import type { ImportedUser, Known } from "../../users/import-documents";
import { roleFor } from "../adoption";
import { documentFor } from "../user-document";
import { accountOf, type ImportedRow } from "./row";

/** What is to be done about a row. */
export type Plan =
  | { readonly does: "refuse"; readonly why: string }
  | { readonly does: "nothing" }
  | { readonly does: "upload"; readonly account: UploadedAccount; readonly user: ImportedUser }
  /** An import of before got as far as the account. */
  | { readonly does: "document"; readonly user: ImportedUser };

/** What is there already. */
export interface There {
  readonly accounts: readonly Account[];
  readonly known: ReadonlyMap<string, Known>;
}

/** Decides about a row. @param now - milliseconds since 1970. */
export function planFor(
  row: ImportedRow,
  { accounts, known }: There,
  roles: readonly [string, ...string[]],
  now: number,
): Plan {
  const { localId, email } = row;
  const document = known.get(localId);
  if (document === "deleted") return refused("localId: a user of this id was deleted here");
  const same = accounts.find(({ uid }) => uid === localId);
  if (same && same.email !== (email ?? null)) {
    return refused("localId: belongs to an account with another address");
  }
  if (!same && email !== undefined && accounts.some((other) => other.email === email)) {
    return refused("email: belongs to another account");
  }
  if (same && document === "there") return { does: "nothing" };
  if (document === "there") return refused("localId: has a document without an account");
  const account = same ?? accountOf(row, now);
  const role = roleFor(account, roles);
  const user = { user: documentFor(account, undefined, role), createdAt: account.createdAt };
  return same ? { does: "document", user } : { does: "upload", account: uploaded(row, role), user };
}

const refused = (why: string): Plan => ({ does: "refuse", why });

/** The row as Firebase wants it, with the role that the document has. */
function uploaded(row: ImportedRow, role: string | null): UploadedAccount {
  const { lastSignedInAt, customAttributes = {}, passwordHash, salt, createdAt, ...same } = row;
  const { role: _, ...others } = customAttributes;
  const claims = { ...others, ...(role !== null && { role }) };
  return {
    ...same,
    ...(passwordHash && { passwordHash: webSafe(passwordHash) }),
    ...(salt && { salt: webSafe(salt) }),
    ...(createdAt !== undefined && { createdAt: String(createdAt) }),
    ...(lastSignedInAt !== undefined && { lastLoginAt: String(lastSignedInAt) }),
    ...(Object.keys(claims).length > 0 && { customAttributes: JSON.stringify(claims) }),
  };
}

const webSafe = (text: string): string =>
  /^[\w+/=-]+$/.test(text) ? text.replaceAll("+", "-").replaceAll("/", "_") : text;
