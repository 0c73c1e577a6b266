import type { Account } from "../identity/sign-in";
import type { User } from "../users/user-directory";
import { fitNames, type Names, splitName } from "./names";
import type { Ports } from "../ports";

/** Names of sign-in providers, as `signUpMethod` spells them. */
const methods: Readonly<Record<string, string>> = {
  password: "PASSWORD",
  "google.com": "GOOGLE",
  "apple.com": "APPLE",
  "facebook.com": "FACEBOOK",
  "github.com": "GITHUB",
  "microsoft.com": "MICROSOFT",
  phone: "PHONE",
};

function signUpMethodOf({ providers: [first] }: Pick<Account, "providers">): string {
  return first === undefined ? "NONE" : (methods[first] ?? "OTHER");
}

/** What a document says of an account that was made elsewhere: what Firebase knows, and the default role. */
function documentFor(account: Account, names: Names | undefined, defaultRole: string): User {
  return {
    id: account.uid,
    ...fitNames(names ?? splitName(account.displayName)),
    email: account.email,
    emailVerified: account.emailVerified,
    role: defaultRole,
    disabled: account.disabled,
    locale: null,
    signUpMethod: signUpMethodOf(account),
  };
}

/**
 * Makes the document of an account unless there is one. Whoever comes first, the trigger or a sign-in,
 * the result is the same: names that a provider gave win over those guessed from a display name.
 *
 * @param names - those that a provider gave in this very sign-in.
 */
export async function ensureDocument(
  account: Account,
  { users, settings }: Pick<Ports, "users" | "settings">,
  names?: Names,
): Promise<{ user: User; created: boolean }> {
  const document = documentFor(account, names, settings.roles[0]);
  if (await users.create(document)) return { user: document, created: true };
  if (names) await users.update(account.uid, fitNames(names));
  return { user: (await users.find(account.uid)) ?? document, created: false };
}

/**
 * Copies the role of the document into the account's claim. Another may change the document meanwhile,
 * and set the claim before this does: so it looks again after it has written.
 *
 * @returns The role that both hold.
 * @throws {AuthError} `user-not-found` when the account is gone.
 */
export async function copyRoleToClaim(
  { uid, claims }: Pick<Account, "uid" | "claims">,
  role: string,
  { accounts, users }: Pick<Ports, "accounts" | "users">,
): Promise<string> {
  if (claims.role === role) return role;
  await accounts.setRole({ uid, claims }, role);
  const now = (await users.find(uid))?.role;
  return copyRoleToClaim({ uid, claims: { ...claims, role } }, now ?? role, { accounts, users });
}

/**
 * Gives document and claim the same role. The document's is the true one; a document without a role,
 * which others may have written, gets the default one.
 *
 * @returns The role that both hold.
 * @throws {AuthError} `user-not-found` when the account is gone.
 */
export async function alignRole(
  user: User,
  account: Pick<Account, "uid" | "claims">,
  ports: Pick<Ports, "accounts" | "users" | "settings">,
): Promise<string> {
  const role = user.role || ports.settings.roles[0];
  if (user.role === "") await ports.users.update(user.id, { role });
  return copyRoleToClaim(account, role, ports);
}
