import type { MailsOwner, Outbox, RequestedMail } from "../../../src/mail/outbox/outbox";

/** Mails that are asked for, and never sent. */
export function memoryOutbox(mails: RequestedMail[], now: () => number): Outbox {
  const isAbout = (mail: RequestedMail, { uid, address }: MailsOwner) =>
    ("uid" in mail && mail.uid === uid) || ("address" in mail && mail.address === address);

  return {
    add(mail) {
      mails.push(mail);
      return Promise.resolve();
    },

    offer(mail) {
      mails.push(mail);
      return Promise.resolve();
    },

    hurry: () => Promise.resolve(),

    about(owner) {
      const at = new Date(now());
      const kept = { state: "queued" as const, attempts: 0, createdAt: at, expireAt: at };
      const about = mails.filter((mail) => isAbout(mail, owner));
      return Promise.resolve(
        about.map((mail) => {
          const { kind, address, locale } = { address: null, locale: null, ...mail };
          return { kind, address, locale, ...kept };
        }),
      );
    },

    removeAbout(owner) {
      const others = mails.filter((mail) => !isAbout(mail, owner));
      mails.splice(0, mails.length, ...others);
      return Promise.resolve();
    },
  };
}
