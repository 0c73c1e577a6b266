import { AuthError, unavailable } from "../errors";
import type { Account, AccountUpdate, Accounts } from "./accounts";
import type { AdminApi } from "./admin-api";
import { exported, lookedUp, toAccounts } from "./looked-up";
import type { Meanings } from "./rest/rest-errors";

const unknownUser = ["user-not-found", "There is no such user."] as const;
const taken = ["email-exists", "There is an account with this e-mail already."] as const;
const badEmail = ["invalid-request", "email: must be an e-mail address"] as const;

/** What codes mean where a project asks about one of its accounts. */
const meanings: Meanings = {
  USER_NOT_FOUND: unknownUser,
  EMAIL_NOT_FOUND: unknownUser,
  EMAIL_EXISTS: taken,
  DUPLICATE_EMAIL: taken,
  DUPLICATE_LOCAL_ID: taken,
  INVALID_EMAIL: badEmail,
};

/** Reaches Firebase Auth with the project's own authority. */
export function firebaseAccounts(api: AdminApi): Accounts {
  async function lookUp(which: object): Promise<Account[]> {
    const { body, asOf } = await api.accounts(":lookup", which, meanings);
    const reply = lookedUp.safeParse(body);
    if (!reply.success) throw unavailable("Firebase Auth", { problem: "an unknown shape" });
    return toAccounts(reply.data, asOf);
  }

  async function update(uid: string, changes: AccountUpdate): Promise<void> {
    await api.accounts(":update", { localId: uid, ...toBody(changes) }, meanings);
  }

  async function link(requestType: string, addresses: object): Promise<string> {
    const { body } = await api.accounts(
      ":sendOobCode",
      { requestType, ...addresses, returnOobLink: true },
      meanings,
    );
    if (hasLink(body)) return body.oobLink;
    throw unavailable("Firebase Auth", { problem: "no link in a reply" });
  }

  return {
    async create({ uid, email, password, displayName }) {
      const account = { localId: uid, email, password, displayName, emailVerified: false };
      await api.accounts("", account, meanings);
    },

    async find(uid) {
      return (await lookUp({ localId: [uid] }))[0];
    },

    async findByEmail(email) {
      return (await lookUp({ email: [email] }))[0];
    },

    findMany: (uids) => (uids.length === 0 ? Promise.resolve([]) : lookUp({ localId: uids })),

    async export(uid) {
      const { body } = await api.accounts(":lookup", { localId: [uid] }, meanings);
      const [account] = exported.parse(body).users;
      if (!account) throw new AuthError("user-not-found");
      return account;
    },

    update,

    async remove(uid) {
      try {
        await api.accounts(":delete", { localId: uid }, meanings);
      } catch (error) {
        if (!(error instanceof AuthError) || error.code !== "user-not-found") throw error;
      }
    },

    passwordResetLink: (email) => link("PASSWORD_RESET", { email }),
    emailVerificationLink: (email) => link("VERIFY_EMAIL", { email }),
    emailChangeLink: (email, newEmail) => link("VERIFY_AND_CHANGE_EMAIL", { email, newEmail }),
  };
}

/** Attributes for whose removal Firebase has a name of its own; all others are providers. */
const attributes: Readonly<Record<string, string>> = { password: "PASSWORD" };

function toBody({
  claims,
  disabled,
  validSince,
  email,
  emailVerified,
  password,
  displayName,
  unlink = [],
}: AccountUpdate): object {
  const deleteAttribute = [
    ...unlink.flatMap((way) => attributes[way] ?? []),
    ...(displayName === null ? ["DISPLAY_NAME"] : []),
  ];
  const deleteProvider = unlink.filter((way) => !(way in attributes));
  return {
    ...(claims && { customAttributes: JSON.stringify(claims) }),
    ...(disabled !== undefined && { disableUser: disabled }),
    ...(validSince !== undefined && { validSince: String(validSince) }),
    ...(email !== undefined && { email, emailVerified: false }),
    ...(emailVerified && { emailVerified }),
    ...(password !== undefined && { password }),
    ...(displayName != null && { displayName }),
    ...(deleteAttribute.length > 0 && { deleteAttribute }),
    ...(deleteProvider.length > 0 && { deleteProvider }),
  };
}

function hasLink(body: unknown): body is { oobLink: string } {
  return (
    typeof body === "object" &&
    body !== null &&
    "oobLink" in body &&
    typeof body.oobLink === "string"
  );
}
