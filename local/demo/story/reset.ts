import { actionMail } from "../inbox";
import type { Scene, Session } from "./scene";

/** Grace forgets her password, and sets another one. */
export async function reset(
  { client: { call, refusal }, teller, page, inbox, email, password, newPassword }: Scene,
  grace: Session,
  renewed: Session,
): Promise<void> {
  teller.chapter("A forgotten password");
  await teller.step("Grace asks for a reset", () => call("resetPassword", { email }), null);
  const link = await teller.step("A mail comes", () => actionMail(inbox, email, "resetPassword"));
  await teller.step(
    "A scanner opens its link first, which uses nothing up",
    () => page.open(link),
    {
      mode: "resetPassword",
      email,
    },
  );
  await teller.step("She sets a new password on our page", () => page.click(link, newPassword));
  await teller.step(
    "which has ended her session",
    () => refusal("renewToken", { refreshToken: renewed.refreshToken }),
    { refused: "session-revoked" },
  );
  await teller.step("The old one is refused", () => refusal("generateToken", { email, password }), {
    refused: "invalid-credentials",
  });
  await teller.step(
    "and the new one signs her in",
    () => call("generateToken", { email, password: newPassword }),
    { id: grace.id },
  );
}
