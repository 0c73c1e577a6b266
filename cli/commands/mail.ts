import { parseArgs } from "node:util";
import { type MailState, mailStates } from "../../functions/src/mail/outbox/entry";
import type { OutboxAdmin } from "../../functions/src/mail/outbox/admin/outbox-admin";
import { helpOf, Refusal } from "../command";
import { writePreview } from "../mail/preview";
import { open, setParameters, targetOptions } from "../project/target";

export async function main(args: string[]): Promise<void> {
  const { values, positionals } = parse(args);
  const [verb, id] = positionals;
  if (!verb) {
    console.log(helpOf("mail"));
    return;
  }
  if (!["preview", "list", "retry", "retry-all"].includes(verb)) {
    throw new Refusal(`There is no "${verb}".\n\n${helpOf("mail")}`);
  }
  const target = { project: values.project, portOffset: Number(values["port-offset"]) };
  if (verb === "preview") {
    setParameters(target);
    console.log(writePreview());
    return;
  }
  const admin = (await open(target)).ports().mails;
  if (verb === "list") await list(admin, values.state);
  else if (verb === "retry") await retry(admin, id);
  else console.log(`Queued again: ${await admin.retryAll()}`);
  // The SDKs keep connections open.
  process.exit(0);
}

function parse(args: string[]) {
  const options = {
    ...targetOptions,
    state: { type: "string", default: "failed" },
  } as const;
  try {
    return parseArgs({ args, options, allowPositionals: true });
  } catch (error) {
    throw new Refusal(`${(error as Error).message}\n\n${helpOf("mail")}`);
  }
}

async function list(admin: OutboxAdmin, state: string): Promise<void> {
  if (!isState(state)) throw new Refusal(`The state must be one of ${mailStates.join(", ")}.`);
  const [counts, mails] = await Promise.all([admin.count(), admin.list({ state, limit: 100 })]);
  console.log(mailStates.map((each) => `${counts[each]} ${each}`).join(", "));
  for (const { id, createdAt, kind, uid = "", address = uid, attempts, reason } of mails) {
    const columns = [id, createdAt.toISOString(), kind, address, `${attempts} tries`, reason];
    console.log(columns.join("  "));
  }
}

const isState = (text: string): text is MailState =>
  (mailStates as readonly string[]).includes(text);

async function retry(admin: OutboxAdmin, id: string | undefined): Promise<void> {
  if (!id) throw new Refusal("Which one? npm run mail -- list shows the ids.");
  if (!(await admin.retry(id))) throw new Refusal(`No mail with the id ${id} has failed.`);
  console.log(`Queued again: ${id}`);
}
