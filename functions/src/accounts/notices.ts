import type { Ports } from "../ports";

/** What was done to an account that its owner should hear of. */
export type Deed =
  | { did: "set-password" | "change-role"; uid: string }
  | {
      did: "end-sessions";
      uid: string;
      /** Who ends their own knows it. */
      byOwner: boolean;
    }
  | {
      did: "change-address";
      /** The address of before; `null` where there was none. */
      former: string | null;
      /** The new one, where nobody has proved it yet: it gets a link for that. */
      unproved?: string;
      locale: string | null;
    };

/**
 * Mails an account's owner what was done to it; of another address, at the one that they had. Every such mail is
 * decided here.
 *
 * @throws {AuthError} `unavailable`
 */
export async function notifyOwner(deed: Deed, { outbox }: Pick<Ports, "outbox">): Promise<void> {
  switch (deed.did) {
    case "set-password":
      return outbox.add({ kind: "password-changed", uid: deed.uid });
    case "change-role":
      return outbox.add({ kind: "role-changed", uid: deed.uid });
    case "end-sessions":
      if (!deed.byOwner) await outbox.add({ kind: "sessions-revoked", uid: deed.uid });
      return;
    case "change-address": {
      const { former, unproved, locale } = deed;
      if (former !== null) await outbox.add({ kind: "email-changed", address: former, locale });
      if (unproved === undefined) return;
      await outbox.add({ kind: "email-verification", address: unproved, locale });
    }
  }
}
