import { randomUUID } from "node:crypto";
import { deleteApp, initializeApp } from "firebase-admin/app";
import { getFirestore, Timestamp } from "firebase-admin/firestore";
import { stack } from "../../stack";

/** Stores a mail that failed a moment ago, as a worker leaves it. Returns its id. */
export async function newFailedMail(
  addressee: { address: string } | { uid: string },
  reason: string,
): Promise<string> {
  const { addresses, projectId } = stack();
  process.env.FIRESTORE_EMULATOR_HOST = addresses.firestore;
  const app = initializeApp({ projectId }, randomUUID());
  const document = getFirestore(app).collection("outbox").doc();
  const [now, week] = [Timestamp.now(), 7 * 24 * 60 * 60];
  const expireAt = new Timestamp(now.seconds + week, 0);
  const outcome = { state: "failed", attempts: 15, reason, createdAt: now, expireAt };
  await document.create({ kind: "password-reset", locale: null, ...addressee, ...outcome });
  await deleteApp(app);
  return document.id;
}
