/** A mail that the stack has caught. */
export interface CaughtMail {
  id: string;
  subject: string;
  to: string;
  at: string;
}

/** How many are shown; the inbox has all. */
const most = 50;

/** Reads the caught mails, newest first. @param inbox - `host:port`. */
export async function caughtMails(inbox: string): Promise<{ items: CaughtMail[] }> {
  const reply = await fetch(`http://${inbox}/email`);
  const mails = (await reply.json()) as Caught[];
  const items = mails.map(({ id, subject, to, time }) => ({
    ...{ id, subject, to: to.map(({ address }) => address).join(", ") },
    at: new Date(time).toISOString(),
  }));
  return { items: items.sort((a, b) => b.at.localeCompare(a.at)).slice(0, most) };
}

interface Caught {
  id: string;
  subject: string;
  to: { address: string }[];
  time: string;
}
