import { actionMail } from "../inbox";
import type { Scene, Session } from "./scene";

/** Grace registers, verifies her address and signs in. */
export async function account({
  client: { call },
  teller,
  page,
  inbox,
  email,
  password,
}: Scene): Promise<Session> {
  teller.chapter("An account");
  await teller.step(
    `Grace registers as ${email}`,
    () => call("register", { email, password, firstName: "Grace", lastName: "Hopper" }),
    { email, firstName: "Grace", role: "User", emailVerified: false },
  );
  const verification = await teller.step("She finds a mail in her inbox", () =>
    actionMail(inbox, email, "verifyEmail"),
  );
  await teller.step(
    "and follows its link: our page says what it is for",
    () => page.open(verification),
    {
      mode: "verifyEmail",
      email,
    },
  );
  await teller.step("She clicks, and her address is verified", () => page.click(verification));
  const grace = await teller.step(
    "She signs in with her password",
    () => call<Session>("generateToken", { email, password }),
    { email, emailVerified: true, role: "User" },
  );
  return grace;
}
