import type { RequestedMail } from "../../src/mail/outbox/outbox";
import type { PostOffice } from "./post-office";

/** A mail as its recipient got it. */
export interface Received {
  to: string[];
  subject: string;
  text: string;
}

/** What tests of recipients ask of a post office. */
export interface Correspondence {
  newUser(details?: {
    locale?: string;
    verified?: boolean;
    firstName?: string;
  }): Promise<{ uid: string; email: string }>;
  /** Requests a mail and delivers it. */
  mailed(mail: RequestedMail): Promise<Received>;
  rest<Reply>(method: string, body: object): Promise<Reply>;
}

export function correspondence(office: PostOffice): Correspondence {
  /** Registers somebody, sends the verification mail and discards it. */
  async function newUser(
    details: { locale?: string; verified?: boolean; firstName?: string } = {},
  ): Promise<{ uid: string; email: string }> {
    const { verified = true, firstName = "Ada", locale } = details;
    const email = office.newEmail();
    const { id: uid } = await office.service.register({
      ...{ email, password: "correct horse", firstName, lastName: "Lovelace" },
      ...(locale && { locale }),
    });
    await office.round();
    if (verified) await office.auth.updateUser(uid, { emailVerified: true });
    office.provider.accepted.length = 0;
    return { uid, email };
  }

  /** Asks the Auth emulator as a client SDK does. */
  async function rest<Reply>(method: string, body: object): Promise<Reply> {
    const accounts = `http://${office.authHost}/identitytoolkit.googleapis.com/v1/accounts`;
    const reply = await fetch(`${accounts}:${method}?key=any`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
    });
    return (await reply.json()) as Reply;
  }

  async function mailed(
    mail: RequestedMail,
  ): Promise<{ to: string[]; subject: string; text: string }> {
    await office.request(mail);
    await expect(office.round()).resolves.toEqual([{ state: "delivered" }]);
    const [{ recipients, mail: parsed }] = office.provider.accepted as [never];
    const { subject, text } = parsed as { subject: string; text: string };
    return { to: recipients, subject, text };
  }

  return { newUser, mailed, rest };
}
