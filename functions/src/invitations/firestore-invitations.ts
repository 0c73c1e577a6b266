import { type DocumentSnapshot, FieldPath, FieldValue, Timestamp } from "firebase-admin/firestore";
import type { AuthKeys } from "../auth-keys";
import type { Database } from "../database";
import { reach } from "../firestore";
import type { Invitation, Invitations } from "./invitation";
import { hashOf, newInvitationCode } from "./invitation-code";

const day = 24 * 60 * 60 * 1000;

/** Days for which one that ended is kept: whoever comes too late is told so, and Admins see it. */
const keptDays = 30;

export interface InvitationOptions {
  /** The parameter `INVITATION_DAYS`. */
  days: number;
  keys: Pick<AuthKeys, "sign">;
}

/** Keeps them in `invitations/{uid}`. */
export function firestoreInvitations(
  database: Database,
  { days, keys }: InvitationOptions,
): Invitations {
  const invitations = database.collection("invitations");

  return {
    async invite(uid, { email, by }) {
      const endsAt = Date.now() + days * day;
      const fields = {
        ...{ email, by, invitedAt: FieldValue.serverTimestamp() },
        endsAt: Timestamp.fromMillis(endsAt),
        expireAt: Timestamp.fromMillis(endsAt + keptDays * day),
      };
      await reach(invitations.doc(uid).set(fields, { merge: true }));
    },

    issue(uid, email, mailId) {
      const document = invitations.doc(uid);
      const code = newInvitationCode(uid);
      return reach(
        database.firestore.runTransaction(async (transaction) => {
          const found = await transaction.get(document);
          const invitation = toInvitation(found);
          if (!invitation) return undefined;
          const others = found.get("mail") === mailId ? invitation.codes : [];
          const codes = [...others, hashOf(keys, code, email)];
          transaction.update(document, { codes, mail: mailId });
          return { code, endsAt: invitation.endsAt };
        }),
      );
    },

    find: async (uid) => toInvitation(await reach(invitations.doc(uid).get())),

    async list(limit, after) {
      const all = invitations.orderBy(FieldPath.documentId());
      const page = (after === undefined ? all : all.startAfter(after)).limit(limit);
      return (await reach(page.get())).docs.flatMap((document) => toInvitation(document) ?? []);
    },

    async remove(uid) {
      await reach(invitations.doc(uid).delete());
    },
  };
}

/** Only this project writes here, so the shape is not checked. */
interface Fields {
  email: string;
  by: string | null;
  invitedAt: Timestamp;
  endsAt: Timestamp;
  codes?: string[];
}

function toInvitation(document: DocumentSnapshot): Invitation | undefined {
  const fields = document.data() as Fields | undefined;
  if (!fields) return undefined;
  const { email, by, invitedAt, endsAt, codes = [] } = fields;
  const times = { invitedAt: invitedAt.toMillis(), endsAt: endsAt.toMillis() };
  return { id: document.id, email, by, ...times, codes };
}
