import type { Auth, UserRecord } from "firebase-admin/auth";
import { withinDeadline } from "../deadline";
import { AuthError } from "../errors";
import type { Accounts } from "./accounts";
import { refusalFromAdmin } from "./admin-errors";
import type { Account } from "./sign-in";

/** Reaches Firebase Auth over the Admin SDK. */
export function firebaseAccounts(auth: Auth): Accounts {
  async function find(lookup: Promise<UserRecord>): Promise<UserRecord | undefined> {
    try {
      return await call(lookup);
    } catch (error) {
      if (isUnknownUser(error)) return undefined;
      throw error;
    }
  }

  return {
    async create(account) {
      await call(auth.createUser({ ...account, emailVerified: false }));
    },

    async find(uid) {
      const record = await find(auth.getUser(uid));
      return record && toAccount(record);
    },

    async findByEmail(email) {
      const record = await find(auth.getUserByEmail(email));
      return record && toAccount(record);
    },

    async setRole({ uid, claims }, role) {
      await call(auth.setCustomUserClaims(uid, { ...claims, role }));
    },

    async setEmail(uid, email) {
      await call(auth.updateUser(uid, { email, emailVerified: false }));
    },

    async setDisabled(uid, disabled) {
      await call(auth.updateUser(uid, { disabled }));
    },

    async revokeRefreshTokens(uid) {
      await call(auth.revokeRefreshTokens(uid));
    },

    async handOver(uid, providerId, displayName) {
      const { providerData, multiFactor } = await call(auth.getUser(uid));
      const others = providerData.map((provider) => provider.providerId);
      await call(
        auth.updateUser(uid, {
          displayName: displayName || null,
          providersToUnlink: others.filter((other) => other !== providerId),
          ...(multiFactor?.enrolledFactors.length && { multiFactor: { enrolledFactors: null } }),
        }),
      );
    },

    async remove(uid) {
      try {
        await call(auth.deleteUser(uid));
      } catch (error) {
        if (!isUnknownUser(error)) throw error;
      }
    },

    passwordResetLink: (email) => call(auth.generatePasswordResetLink(email)),
    emailVerificationLink: (email) => call(auth.generateEmailVerificationLink(email)),
  };
}

async function call<T>(promise: Promise<T>): Promise<T> {
  try {
    return await withinDeadline("Firebase Auth", promise);
  } catch (error) {
    throw refusalFromAdmin(error);
  }
}

function isUnknownUser(error: unknown): boolean {
  return error instanceof AuthError && error.code === "user-not-found";
}

/** Milliseconds in a date that the Admin SDK gives as text. */
const milliseconds = (date: string | undefined) => (date ? Date.parse(date) : 0);

export function toAccount(record: UserRecord): Account {
  return {
    uid: record.uid,
    email: record.email ?? null,
    emailVerified: record.emailVerified,
    disabled: record.disabled,
    displayName: record.displayName ?? "",
    createdAt: Math.floor(milliseconds(record.metadata.creationTime) / 1000),
    validSince: Math.floor(milliseconds(record.tokensValidAfterTime) / 1000),
    providers: record.providerData.map(({ providerId }) => providerId),
    claims: record.customClaims ?? {},
  };
}
