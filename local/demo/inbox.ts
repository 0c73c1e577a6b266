import { Refusal } from "../../cli/command";
import { eventually } from "./patience";

interface Mail {
  subject: string;
  text: string;
  to: { address: string }[];
}

export interface ActionMail {
  subject: string;
  /** The link in the mail, with its code. */
  link: string;
}

/** Waits for a mail to an address that has a link with a code of this mode, and reads the newest one. */
export async function actionMail(
  inbox: string,
  address: string,
  mode: "verifyEmail" | "resetPassword" | "verifyAndChangeEmail" | "acceptInvitation",
): Promise<ActionMail> {
  const found = await eventually(
    async () => {
      const reply = await fetch(`http://${inbox}/email`);
      return ((await reply.json()) as Mail[])
        .filter(({ to }) => to.some((recipient) => recipient.address === address))
        .map(({ subject, text }) => ({ subject, link: linkIn(text, mode) }))
        .findLast(({ link }) => link !== undefined);
    },
    (mail) => mail !== undefined,
    20_000,
  );
  if (found?.link === undefined)
    throw new Refusal(`No mail with a ${mode} link came to ${address}.`);
  return { subject: found.subject, link: found.link };
}

function linkIn(text: string, mode: string): string | undefined {
  return text.match(/https?:\/\/\S+/g)?.find((link) => {
    const { searchParams } = new URL(link);
    return searchParams.get("mode") === mode && searchParams.has("oobCode");
  });
}

/** The code in an action link. */
export function codeOf({ link }: ActionMail): string {
  return new URL(link).searchParams.get("oobCode") ?? "";
}
