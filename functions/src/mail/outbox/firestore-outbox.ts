import type { Database } from "../../database";
import { withinDeadline } from "../../deadline";
import { reach } from "../../firestore";
import { request } from "./life";
import { mailsAbout, removeMailsAbout } from "./mails-about";
import type { MailTasks } from "./mail-tasks";
import type { Outbox } from "./outbox";

/** Milliseconds that an operation waits for its notice at most. */
const offerMilliseconds = 1_000;

/** Seconds until what is being stored can be read: a task that finds nothing does nothing. */
const storedSeconds = 5;

/**
 * Writes requested mails to `outbox/{id}` and enqueues a task for each. Nothing here depends on who has the
 * address or how many mails it got: the worker decides that, including the limit of each mailbox. So a reply takes
 * equally long for everybody.
 */
export function firestoreOutbox(database: Database, tasks: MailTasks): Outbox {
  return {
    async add(mail, { delaySeconds = 0 } = {}) {
      const document = database.collection("outbox").doc();
      await reach(document.create(request(mail, Date.now() + delaySeconds * 1000)));
      await tasks.enqueue(document.id, delaySeconds);
    },

    async offer(mail) {
      const document = database.collection("outbox").doc();
      const stored = document.create(request(mail, Date.now() + storedSeconds * 1000));
      const enqueued = tasks.enqueue(document.id, storedSeconds);
      const both = Promise.allSettled([stored, enqueued]);
      await withinDeadline("The outbox", both, offerMilliseconds).catch(() => undefined);
    },

    async hurry(mails) {
      await Promise.allSettled(mails.map(({ id }) => tasks.enqueue(id)));
    },

    about: (owner) => mailsAbout(database, owner),
    removeAbout: (owner) => removeMailsAbout(database, owner),
  };
}
