import { Firestore, type DocumentData } from "firebase-admin/firestore";
import { parseSmtpUrl } from "../../src/config/smtp-url";
import { firestoreIssuedCodes } from "../../src/mail/issued-codes/firestore-issued-codes";
import { firestoreMailQueue } from "../../src/mail/outbox/firestore-mail-queue";
import { cloudMailTasks } from "../../src/mail/outbox/cloud-mail-tasks";
import type { RequestedMail } from "../../src/mail/outbox/outbox";
import { type SmtpMailer, smtpMailer } from "../../src/mail/delivery/smtp-mailer";
import { sweepMails } from "../../src/mail/outbox/sweep";
import {
  type MailOutcome,
  type MailWorkerPorts,
  sendQueuedMail,
} from "../../src/mail/delivery/worker";
import { firestoreUsers } from "../../src/users/firestore-users";
import { getFunctions } from "firebase-admin/functions";
import { type Backend, projectId, startBackend } from "../backend";
import { type SmtpProvider, startSmtpProvider } from "./smtp-provider";
import { actionUrl, look, writer } from "./writer";
import { databaseOf } from "../../src/database";

/** A task as the queue keeps it. */
interface Task {
  id: string;
  retryCount: number;
}

export interface WorkerOptions {
  /** Milliseconds of silence after which it gives the provider up. Default 10,000. */
  timeout?: number;
}

/** Everything between an operation and an inbox: real Firestore, Auth and SMTP, and a task queue that a test drives. */
export interface PostOffice extends Backend {
  provider: SmtpProvider;
  /** A worker as another instance has it. */
  worker(changed?: Partial<MailWorkerPorts>, options?: WorkerOptions): MailWorkerPorts;
  /** Requests a mail, and says which entry it became. */
  request(mail: RequestedMail): Promise<string>;
  entry(id: string): Promise<DocumentData>;
  /** Runs every task that waits once, all at once, on workers in turn; those that are to be run again wait for the next round. */
  round(...workers: MailWorkerPorts[]): Promise<(MailOutcome | Error)[]>;
  /** Forgets all mails, tasks and moods. */
  clear(): Promise<void>;
  /** Sweeps as at a moment, in milliseconds since 1970. */
  sweep(now: number): Promise<number>;
}

export async function startPostOffice(): Promise<PostOffice> {
  const [backend, provider] = await Promise.all([startBackend(), startSmtpProvider()]);
  const { firestore, tasks } = backend;
  const opened: SmtpMailer[] = [];
  const clients: Firestore[] = [];
  const limits = { perMinute: 1, perHour: 5 };

  const worker: PostOffice["worker"] = (changed = {}, { timeout = 10_000 } = {}) => {
    const client = new Firestore({ projectId });
    const mailer = smtpMailer({
      server: parseSmtpUrl(provider.url),
      from: "no-reply@example.com",
      name: look.appName,
      requireTls: false,
      timeout,
    });
    clients.push(client);
    opened.push(mailer);
    const { now = Date.now } = changed;
    return {
      queue: firestoreMailQueue(databaseOf(client), { limits, now }),
      accounts: backend.ports.accounts,
      users: firestoreUsers(databaseOf(client)),
      mailer,
      issuedCodes: firestoreIssuedCodes(databaseOf(client), backend.ports.keys),
      activity: backend.ports.activity,
      invitations: backend.ports.invitations,
      write: writer(),
      actionUrl,
      wait: () => Promise.resolve(),
      ...changed,
    };
  };
  const usual = worker();

  let waiting: Task[] = [];
  async function run(task: Task, ports: MailWorkerPorts): Promise<MailOutcome | Error> {
    try {
      return await sendQueuedMail(task.id, task.retryCount, ports);
    } catch (error) {
      waiting.push({ ...task, retryCount: task.retryCount + 1 });
      return error as Error;
    }
  }

  return {
    ...backend,
    provider,
    worker,
    async request(mail) {
      await backend.ports.outbox.add(mail);
      return (tasks.tasks.at(-1) as Task).id;
    },
    async entry(id) {
      return (await firestore.doc(`outbox/${id}`).get()).data() ?? {};
    },
    async round(...workers) {
      const fresh = tasks.tasks.splice(0) as { id: string }[];
      const due = [...waiting, ...fresh.map(({ id }) => ({ id, retryCount: 0 }))];
      waiting = [];
      return Promise.all(due.map((task, n) => run(task, workers[n % workers.length] ?? usual)));
    },
    async clear() {
      waiting = [];
      tasks.tasks.length = 0;
      await backend.firestoreServer.reset(projectId);
      provider.accepted.length = 0;
      provider.mood = {};
    },
    sweep: (now) =>
      sweepMails(
        firestoreMailQueue(databaseOf(firestore), { limits, now: () => now }),
        cloudMailTasks(() => getFunctions(), "sendMail"),
      ),
    async stop() {
      opened.forEach((mailer) => mailer.close());
      await Promise.all(clients.map((client) => client.terminate()));
      await Promise.all([provider.goDown(), backend.stop()]);
    },
  };
}
