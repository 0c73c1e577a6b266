import type { Firestore } from "firebase-admin/firestore";
import { reach } from "../../firestore";
import { outboxCollection } from "./entry";
import { request } from "./life";
import { mailsAbout, removeMailsAbout } from "./mails-about";
import type { MailTasks } from "./mail-tasks";
import type { Outbox } from "./outbox";

/**
 * Writes requested mails to `outbox/{id}` and enqueues a task for each. Nothing here depends on who has the
 * address or how often a mail was sent to it. That, the limit of each mailbox included, is the worker's business, so a reply
 * takes the same time for everybody.
 */
export function firestoreOutbox(firestore: Firestore, tasks: MailTasks): Outbox {
  return {
    async add(mail, { delaySeconds = 0 } = {}) {
      const document = firestore.collection(outboxCollection).doc();
      await reach(document.create(request(mail, Date.now() + delaySeconds * 1000)));
      await tasks.enqueue(document.id, delaySeconds);
    },

    about: (owner) => mailsAbout(firestore, owner),
    removeAbout: (owner) => removeMailsAbout(firestore, owner),
  };
}
