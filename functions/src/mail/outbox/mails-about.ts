import type { QueryDocumentSnapshot } from "firebase-admin/firestore";
import type { Database } from "../../database";
import { reach, removeDocuments } from "../../firestore";
import { toEntry } from "./entry";
import type { KeptMail, MailsOwner } from "./outbox";

/** Reads what the outbox holds about a user. */
export async function mailsAbout(database: Database, owner: MailsOwner): Promise<KeptMail[]> {
  return (await find(database, owner)).map((document) => {
    const { kind, address = null, locale, state, attempts, ...times } = toEntry(document.data());
    const [createdAt, expireAt] = [times.createdAt.toDate(), times.expireAt.toDate()];
    return { kind, address, locale, state, attempts, createdAt, expireAt };
  });
}

/** Removes it, except the notice that the account was deleted, which its owner must still get. */
export async function removeMailsAbout(database: Database, owner: MailsOwner): Promise<void> {
  const documents = (await find(database, owner)).filter(
    (document) => toEntry(document.data()).kind !== "account-deleted",
  );
  await removeDocuments(
    database.firestore,
    documents.map(({ ref }) => ref),
  );
}

async function find(
  database: Database,
  { uid, address, until = Infinity }: MailsOwner,
): Promise<QueryDocumentSnapshot[]> {
  const outbox = database.collection("outbox");
  const [ofUser, toAddress] = await Promise.all([
    reach(outbox.where("uid", "==", uid).get()),
    address === null ? undefined : reach(outbox.where("address", "==", address).get()),
  ]);
  const others = (toAddress?.docs ?? []).filter((document) => {
    const { createdAt, uid: asks } = toEntry(document.data());
    return asks !== uid && createdAt.toMillis() <= until;
  });
  return [...ofUser.docs, ...others];
}
