import { Refusal } from "../../cli/command";
import { codeOf, type ActionMail } from "./inbox";

/** Does with a mailed link what our page does (web/src/action), without the page. */
export interface ActionPage {
  /** Asks what the link is for, as the page does when it opens. Uses nothing up. */
  open: (mail: ActionMail) => Promise<unknown>;
  /** Uses the link, as the page does when the person clicks. */
  click: (mail: ActionMail, newPassword?: string) => Promise<string>;
}

/** @param hosting - `host:port` of Hosting. */
export function actionPage(hosting: string): ActionPage {
  const post = async (path: string, body: object) => {
    const reply = await fetch(`http://${hosting}/api${path}`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
    });
    if (!reply.ok) throw new Refusal(`${path} answered ${reply.status}: ${await reply.text()}`);
    return reply;
  };
  return {
    open: async (mail) => {
      const reply = await post("/auth/action/check", { oobCode: codeOf(mail) });
      return (await reply.json()) as unknown;
    },
    click: async (mail, newPassword) => {
      await post("/auth/action", { oobCode: codeOf(mail), ...(newPassword && { newPassword }) });
      return "done";
    },
  };
}
