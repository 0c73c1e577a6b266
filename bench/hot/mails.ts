import { join } from "node:path";
import { buildPorts } from "../../functions/src/composition";
import { readSettings } from "../../functions/src/config";
import { parseSmtpUrl } from "../../functions/src/config/smtp-url";
import { databaseOf } from "../../functions/src/database";
import { smtpMailer } from "../../functions/src/mail/delivery/smtp-mailer";
import { type MailWorkerPorts, sendQueuedMail } from "../../functions/src/mail/delivery/worker";
import { firestoreMailQueue } from "../../functions/src/mail/outbox/firestore-mail-queue";
import { firestoreIssuedCodes } from "../../functions/src/mail/issued-codes/firestore-issued-codes";
import { firestoreOutbox } from "../../functions/src/mail/outbox/firestore-outbox";
import { type App, getFirestore } from "../../functions/testing/instances/firebase-admin";
import { askable, killProcess, startProcess } from "../../functions/testing/instances/processes";
import { writer } from "../../functions/testing/mail/writer";
import { makePeople } from "../limits/people";
import type { SmtpCommands } from "../processes/smtp";
import { type Report, round } from "../report";
import { interleave } from "../sample";

/** As many tasks as the queue runs at a time. */
const atATime = 5;

/** Mails in one measurement. */
const batch = 25;

/** Mails from the outbox to the provider, beside the same provider and client without an outbox. */
export async function mails(app: App, quick: boolean): Promise<Report> {
  const provider = await startProcess(join(__dirname, "../processes/smtp.ts"));
  const port = await askable<SmtpCommands>(provider, ["port"]).port();
  const emails = await makePeople(app, batch);
  const server = parseSmtpUrl(`smtp://127.0.0.1:${port}`);
  const settings = readSettings(process.env);
  const mailer = smtpMailer({ server, from: settings.mailFrom, name: "Bench", requireTls: false });
  try {
    const database = databaseOf(getFirestore(app));
    const ports = buildPorts(app, settings);
    const worker: MailWorkerPorts = {
      ...ports,
      issuedCodes: firestoreIssuedCodes(database, ports.keys),
      queue: firestoreMailQueue(database, { limits: { perMinute: 0, perHour: 0 } }),
      mailer,
      write: writer(),
      actionUrl: settings.actionUrl,
    };
    const waiting: string[] = [];
    const keep = (id: string) => Promise.resolve(void waiting.push(id));
    const outbox = firestoreOutbox(database, { enqueue: keep });
    const request = (address: string) =>
      outbox.add({ kind: "password-reset", address, locale: "en" });
    const rounds = quick ? 5 : 30;
    // Every round, the first tenth included that only warms up, finds its mails requested.
    for (let n = 0; n < rounds * 1.1 + 1; n += 1) await Promise.all(emails.map(request));
    const deliver = async () => {
      const outcome = await sendQueuedMail(waiting.pop() ?? "", 0, worker);
      if (outcome.state !== "delivered") throw new Error(`A mail was ${outcome.state}.`);
    };
    const text = "x".repeat(2_000);
    const send = (number: number) =>
      mailer.send({ id: `${number}`, to: "a@example.com", subject: "Bench", text, html: text });
    const medians = await interleave(
      [
        { name: "Nodemailer alone", run: () => inTurns(send) },
        { name: "the worker", run: () => inTurns(deliver) },
      ],
      { rounds, iterations: 1 },
    );
    return report(medians);
  } finally {
    mailer.close();
    await killProcess(provider);
  }
}

/** Does it for a batch, a few at a time. */
async function inTurns(one: (number: number) => Promise<void>): Promise<void> {
  let begun = 0;
  const line = async () => {
    while (begun < batch) await one((begun += 1));
  };
  await Promise.all(Array.from({ length: atATime }, line));
}

function report(medians: Map<string, number>): Report {
  const perSecond = (name: string) => (batch * 1e6) / (medians.get(name) ?? NaN);
  const found = perSecond("the worker");
  return {
    title: `(h) Mails a second, ${atATime} at a time`,
    notes: [
      "Password resets: each is leased, its owner is looked up, Firebase makes the link, its code is noted, it is handed over",
      "and recorded as delivered. A provider in a process of its own takes everything at once.",
    ],
    rows: [...medians.keys()].map((name) => ({ sender: name, "a second": round(perSecond(name)) })),
    targets: [
      {
        aim: "≥ 50 mails a second through the worker",
        found: `${round(found)}`,
        met: found >= 50,
      },
    ],
  };
}
