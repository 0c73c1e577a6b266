import type { Firestore } from "firebase-admin/firestore";
import { reach } from "../../firestore";
import { outboxCollection } from "./entry";
import { request } from "./life";
import type { MailTasks } from "./mail-tasks";
import type { Outbox } from "./outbox";

/**
 * Writes requested mails to `outbox/{id}` and enqueues a task for each. Nothing here depends on who has the
 * address or how often it was asked for. That, the rate limit included, is the worker's business, so a reply
 * takes the same time for everybody.
 */
export function firestoreOutbox(firestore: Firestore, tasks: MailTasks): Outbox {
  return {
    async add(mail) {
      const document = firestore.collection(outboxCollection).doc();
      await reach(document.create(request(mail, Date.now())));
      await tasks.enqueue(document.id);
    },
  };
}
