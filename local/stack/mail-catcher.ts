import logger from "maildev/lib/logger";
import mailserver from "maildev/lib/mailserver";
import web from "maildev/lib/web";

export interface MailCatcher {
  stop(): Promise<void>;
}

/**
 * Starts an SMTP server that keeps all mail, and the page that shows it. A process can have only one.
 *
 * @param folder Where the mails are kept.
 */
export async function startMailCatcher({
  smtp,
  inbox,
  folder,
}: {
  smtp: number;
  inbox: number;
  folder: string;
}): Promise<MailCatcher> {
  logger.setLevel(0);
  mailserver.create(smtp, "127.0.0.1", folder);
  await mailserver.listen();
  web.start(inbox, "127.0.0.1", mailserver, undefined, undefined, undefined, {});
  return {
    stop: async () => {
      await new Promise<void>((resolve) => web.close(() => resolve()));
      await new Promise<void>((resolve) => mailserver.close(() => resolve()));
    },
  };
}
