import type { ChangeMail, WrittenMail } from "../users/change-mail";
import type { Whereabouts } from "./outbox/outbox";

/** What happens to an account that its owner should know. */
export type AccountEvent =
  | { event: "password-set" | "role-changed" | "sessions-ended"; uid: string }
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
 * The mails by which an account's owner learns what happens to it; of a change of address, at the former one. Every such
 * mail is decided here, but for a new device and a theft, which belong to a session (`sessions/`). They are stored in
 * the transaction of the change.
 *
 * @param from - where it is done from, by the owner or somebody in their name; nothing of administrators.
 */
export function noticesOf(about: AccountEvent, from?: Whereabouts): ChangeMail[] {
  const where = from && { device: from.device, place: from.place };
  switch (about.event) {
    case "password-set":
      return [{ kind: "password-changed", uid: about.uid, from: where }];
    case "role-changed":
      return [{ kind: "role-changed", uid: about.uid }];
    case "sessions-ended":
      return [{ kind: "sessions-revoked", uid: about.uid }];
    case "address-changed": {
      const { former: address, unproved, locale } = about;
      return [
        ...(address === null
          ? []
          : [{ kind: "email-changed", address, locale, from: where } as const]),
        ...(unproved === undefined
          ? []
          : [{ kind: "email-verification", address: unproved, locale } as const]),
      ];
    }
    case "deleted": {
      const { former: address, locale } = about;
      return address === null ? [] : [{ kind: "account-deleted", address, locale, from: where }];
    }
  }
}

/** The mails of a change as they are stored with it. @param id - the change's own. */
export const writtenMails = (id: string, mails: readonly ChangeMail[] = []): WrittenMail[] =>
  mails.map((mail, index) => ({ id: `${id}-${index}`, mail }));
