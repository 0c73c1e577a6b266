import type { Account, Accounts } from "../../identity/accounts";
import type { User, UserDirectory } from "../../users/user-directory";
import { isInvitationKind, type MailKind } from "../kinds";
import { chooseLocale, type Language } from "../messages/languages";
import type { LeasedMail } from "../outbox/mail-queue";

/** Who gets a mail. */
export interface Recipient {
  /** Which mail they get: if somebody asks for an address that belongs to another user, that user is told so instead. */
  kind: MailKind;
  address: string;
  /** The account that it is about; `undefined` if it no longer exists. */
  uid: string | undefined;
  /** For a change of address, the current one; for all other mails, the same as the address that gets the mail. */
  former: string;
  locale: Language;
  /**
   * Empty unless the address is verified or an administrator chose the name. Otherwise a stranger could use the name to
   * send text of their own through our mails.
   */
  firstName: string;
  role: string;
}

export interface RecipientPorts {
  accounts: Pick<Accounts, "find" | "findByEmail">;
  users: Pick<UserDirectory, "find">;
}

type Asked = Pick<LeasedMail, "kind" | "uid" | "address" | "locale" | "acceptedLocale">;

/** Finds who gets a mail now; this may have changed since it was requested. `undefined`: nobody. */
export async function recipientOf(
  mail: Asked,
  ports: RecipientPorts,
): Promise<Recipient | undefined> {
  const { kind, uid, address = "", locale } = mail;
  const { accounts } = ports;
  if (kind === "email-changed" || kind === "account-deleted") {
    const nobodys = { uid: undefined, former: address, firstName: "", role: "" };
    return { kind, address, locale: chooseLocale(locale), ...nobodys };
  }
  if (kind === "email-change") return newAddress(mail, ports);
  const account = await (uid === undefined ? accounts.findByEmail(address) : accounts.find(uid));
  return account && isWanted(kind, account) ? owner(kind, account, mail, ports) : undefined;
}

/** The new address that a user asked for, or the user who already has it. */
async function newAddress(mail: Asked, ports: RecipientPorts): Promise<Recipient | undefined> {
  const { kind, uid = "", address = "" } = mail;
  const { accounts } = ports;
  const [account, holder] = await Promise.all([accounts.find(uid), accounts.findByEmail(address)]);
  if (!account || account.disabled || holder?.uid === uid) return undefined;
  if (holder) return owner("address-taken", holder, mail, ports);
  const asks = await owner(kind, account, mail, ports);
  // The reader may not be the person who asks.
  return asks && { ...asks, address, firstName: "" };
}

/** The owner of an account, at its current address. */
async function owner(
  kind: MailKind,
  { uid, email, emailVerified }: Account,
  { locale, acceptedLocale }: Asked,
  { users }: RecipientPorts,
): Promise<Recipient | undefined> {
  if (email === null) return undefined;
  const user: Partial<User> = (await users.find(uid)) ?? {};
  return {
    kind,
    uid,
    address: email,
    former: email,
    // The user's own choice comes first, because anybody may request a mail, in any language.
    locale: chooseLocale(user.locale, locale, acceptedLocale),
    firstName: emailVerified || kind === "invitation" ? (user.firstName ?? "") : "",
    role: user.role ?? "",
  };
}

/**
 * A link is useless to a disabled or already verified account. A notice goes to every account, except that a requested
 * change of address is not announced to an address that was never verified.
 */
function isWanted(kind: MailKind, { disabled, emailVerified, providers }: Account): boolean {
  if (isInvitationKind(kind)) return !disabled && providers.length === 0;
  if (kind === "password-reset") return !disabled;
  if (kind === "email-verification") return !disabled && !emailVerified;
  return kind !== "email-change-requested" || emailVerified;
}
