import type { Whereabouts } from "../mail/outbox/outbox";
import type { Ports } from "../ports";

/** What happened to an account that its owner should know. */
export type AccountEvent =
  | { event: "password-set" | "role-changed"; uid: string }
  | {
      event: "sessions-ended";
      uid: string;
      /** Owners who end their own sessions need no mail. */
      byOwner: boolean;
    }
  | {
      event: "address-changed";
      /** The former address; `null` if there was none, or it was never verified. */
      former: string | null;
      /** The new address, if it is not verified: a link to verify it is sent there. */
      unproved?: string;
      locale: string | null;
    }
  | {
      event: "deleted";
      /** The address that it had; `null` for none. */
      former: string | null;
      locale: string | null;
    };

/**
 * Mails an account's owner what happened to it; of a change of address, at the former one. Every such mail is
 * decided here, but for a new device and a theft, which belong to a session (`sessions/`).
 *
 * @param from - where it was done from, by the owner or somebody in their name; nothing of administrators.
 * @throws {AuthError} `unavailable`
 */
export async function notifyOwner(
  about: AccountEvent,
  { outbox }: Pick<Ports, "outbox">,
  from?: Whereabouts,
): Promise<void> {
  const where = from && { device: from.device, place: from.place };
  switch (about.event) {
    case "password-set":
      return outbox.add({ kind: "password-changed", uid: about.uid, from: where });
    case "role-changed":
      return outbox.add({ kind: "role-changed", uid: about.uid });
    case "sessions-ended":
      if (!about.byOwner) await outbox.add({ kind: "sessions-revoked", uid: about.uid });
      return;
    case "address-changed": {
      const { former, unproved, locale } = about;
      if (former !== null) {
        await outbox.add({ kind: "email-changed", address: former, locale, from: where });
      }
      if (unproved === undefined) return;
      return outbox.add({ kind: "email-verification", address: unproved, locale });
    }
    case "deleted": {
      const { former: address, locale } = about;
      if (address !== null) {
        await outbox.add({ kind: "account-deleted", address, locale, from: where });
      }
    }
  }
}
