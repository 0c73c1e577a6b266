import type { AuthKeys } from "../../src/auth-keys";
import type { Invitation, Invitations } from "../../src/invitations/invitation";
import { hashOf, newInvitationCode } from "../../src/invitations/invitation-code";

/** Invitations in memory, good for seven days. */
export function memoryInvitations(keys: AuthKeys, now: () => number): Invitations {
  const stored = new Map<string, Invitation & { mail?: string }>();

  return {
    invite(id, { email, by }) {
      const endsAt = now() + 7 * 24 * 60 * 60_000;
      stored.set(id, { codes: [], ...stored.get(id), id, email, by, invitedAt: now(), endsAt });
      return Promise.resolve();
    },
    issue(uid, email, mail) {
      const invitation = stored.get(uid);
      if (!invitation) return Promise.resolve(undefined);
      const code = newInvitationCode(uid);
      const others = invitation.mail === mail ? invitation.codes : [];
      stored.set(uid, { ...invitation, mail, codes: [...others, hashOf(keys, code, email)] });
      return Promise.resolve({ code, endsAt: invitation.endsAt });
    },
    find: (uid) => Promise.resolve(stored.get(uid)),
    list(limit, after = "") {
      const ids = [...stored.keys()].filter((id) => id > after).sort();
      return Promise.resolve(ids.slice(0, limit).flatMap((id) => stored.get(id) ?? []));
    },
    remove(uid) {
      stored.delete(uid);
      return Promise.resolve();
    },
  };
}
