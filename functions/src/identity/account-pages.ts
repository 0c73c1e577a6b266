import type { App } from "firebase-admin/app";
import { getAuth } from "firebase-admin/auth";
import { withinDeadline } from "../deadline";
import { AuthError, unavailable } from "../errors";
import type { Account } from "./accounts";

/** What a page says of an account, as far as it can end rights. */
export type AccountGlance = Pick<Account, "uid" | "createdAt" | "disabled" | "validSince">;

export interface AccountPage {
  readonly accounts: readonly AccountGlance[];
  /** Names the next page; `undefined` for the last one. */
  readonly next: string | undefined;
}

/** All accounts of a project, page by page. Those of tenants are not among them. */
export interface AccountPages {
  /** @throws {AuthError} `unavailable`. */
  read(page: string | undefined): Promise<AccountPage>;
}

/** Accounts in a page: as many as Firebase Auth gives at once. */
const pageSize = 1000;

export function firebaseAccountPages(app: App, size = pageSize): AccountPages {
  return {
    async read(page) {
      try {
        const listed = getAuth(app).listUsers(size, page);
        const { users, pageToken } = await withinDeadline("Firebase Auth", listed);
        return {
          accounts: users.map(({ uid, disabled, metadata, tokensValidAfterTime }) => ({
            uid,
            disabled,
            createdAt: Date.parse(metadata.creationTime),
            validSince: tokensValidAfterTime ? Date.parse(tokensValidAfterTime) / 1000 : 0,
          })),
          next: pageToken,
        };
      } catch (error) {
        throw error instanceof AuthError ? error : unavailable("Firebase Auth", error);
      }
    },
  };
}
