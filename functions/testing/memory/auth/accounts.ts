import { AuthError } from "../../../src/errors";
import type { Account, Accounts } from "../../../src/identity/accounts";
import type { MemoryCodes } from "./codes";
import { soon } from "../soon";
import type { MemoryAuth } from "./memory-auth";

/** Firebase Auth in memory, as the project's own servers reach it. */
export function memoryAccounts(auth: MemoryAuth, codes: MemoryCodes): Accounts {
  const link = (mode: Parameters<MemoryCodes["issue"]>[1], email: string, newEmail?: string) => {
    const account = auth.findByEmail(email);
    if (!account) return Promise.reject(new AuthError("user-not-found"));
    const oobCode = codes.issue(account.uid, mode, newEmail);
    return Promise.resolve(`https://auth.example.com/?oobCode=${oobCode}`);
  };

  return {
    create: (account) => soon(() => auth.create(account)),
    find: (uid) => Promise.resolve(shown(auth.find(uid))),
    findByEmail: (email) => Promise.resolve(shown(auth.findByEmail(email))),
    findMany: (uids) => Promise.resolve(uids.flatMap((uid) => shown(auth.find(uid)) ?? [])),
    export: (uid) =>
      soon(() => {
        const account = shown(auth.find(uid));
        if (!account) throw new AuthError("user-not-found");
        const { email, emailVerified, displayName } = account;
        return { localId: uid, email, emailVerified, displayName };
      }),
    update: (uid, changes) => soon(() => auth.update(uid, changes)),
    remove: (uid) => soon(() => auth.remove(uid)),
    passwordResetLink: (email) => link("resetPassword", email),
    emailVerificationLink: (email) => link("verifyEmail", email),
    emailChangeLink: (email, newEmail) => link("verifyAndChangeEmail", email, newEmail),
  };
}

/** As Firebase says it: a provider without whom it knows there. */
export const shown = (account: Account | undefined): Account | undefined =>
  account && { ...account, providers: account.providers.map((way) => way.split(" ")[0]!) };
