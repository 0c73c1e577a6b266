import { FieldValue, type Firestore, Timestamp } from "firebase-admin/firestore";
import { reach } from "../../firestore";
import { enqueuedMilliseconds, keptMilliseconds } from "./retry-policy";
import { outboxCollection } from "./entry";
import { acceptedLocale } from "../messages/languages";
import type { MailTasks } from "./mail-tasks";
import type { Outbox, WantedMail } from "./outbox";

/**
 * Writes wanted mails to `outbox/{id}` and enqueues a task for each. Nothing here depends on who has the
 * address or how often it was asked for: that, the throttle included, is the worker's, so a reply takes
 * the same time for everybody.
 */
export function firestoreOutbox(firestore: Firestore, tasks: MailTasks): Outbox {
  return {
    async add(mail) {
      const document = firestore.collection(outboxCollection).doc();
      const now = Date.now();
      await reach(
        document.create({
          ...toFields(mail),
          state: "queued",
          attempts: 0,
          createdAt: FieldValue.serverTimestamp(),
          dueAt: Timestamp.fromMillis(now + enqueuedMilliseconds),
          expireAt: Timestamp.fromMillis(now + keptMilliseconds),
        }),
      );
      await tasks.enqueue(document.id);
    },
  };
}

/** What is wanted, as an entry says it. */
function toFields(mail: WantedMail): object {
  if ("uid" in mail) return { ...mail, locale: null };
  if (mail.kind === "email-changed") return mail;
  const { acceptLanguage, ...wanted } = mail;
  const accepted = acceptedLocale(acceptLanguage);
  return { ...wanted, ...(accepted && { acceptedLocale: accepted }) };
}
