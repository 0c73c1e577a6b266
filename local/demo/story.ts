import { signInWithEmailAndPassword } from "firebase/auth";
import { seeds } from "../stack/seeds";
import type { Stack } from "../stack/stack";
import { connect } from "./client";
import { actionMail } from "./inbox";
import { actionPage } from "./page";
import { eventually } from "./patience";
import { Teller } from "./teller";

/** The maximum age of the live state (`LIVE_STATE_MAX_AGE_SECONDS`), and time to ask. */
const patience = 5_000;

interface Session {
  id: string;
  accessToken: string;
  refreshToken: string;
}

/** Walks through the life of an account, with Firebase's web SDK and real mail. Throws when a step turns out otherwise. */
export async function tellStory(
  stack: Pick<Stack, "projectId" | "addresses">,
  print: (line: string) => void,
): Promise<void> {
  const client = connect(stack);
  const { auth, call, refusal, post } = client;
  const teller = new Teller(print);
  const { inbox, hosting } = stack.addresses;
  const page = actionPage(hosting);
  const administrator = seeds.find(({ role }) => role === "Admin");

  const email = `grace.${Date.now().toString(36)}@example.com`;
  const password = "a first password";
  const newPassword = "a second password";

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
  const { accessToken } = grace;

  teller.chapter("What she may");
  await teller.step(
    "Is she a User?",
    () => call("isAuthorizedByRole", { accessToken, roles: ["User"] }),
    true,
  );
  await teller.step(
    "Is she an Admin?",
    () => call("isAuthorizedByRole", { accessToken, roles: ["Admin"] }),
    false,
  );
  await teller.step(
    "Is she the one with her id?",
    () => call("isAuthorizedByUserId", { accessToken, requestedUserId: grace.id }),
    true,
  );
  await teller.step(
    "Is she the one with her address?",
    () => call("isAuthorizedByEmail", { accessToken, requestedEmail: email }),
    true,
  );
  await teller.step(
    "A function of the team's own, with that access token over plain HTTP",
    () => post("whoAmI", accessToken),
    { userId: grace.id },
  );
  await teller.step(
    "The same function, called by the web SDK after its own sign-in",
    async () => {
      await signInWithEmailAndPassword(auth, email, password);
      return call("whoAmI");
    },
    { userId: grace.id },
  );
  await auth.signOut();
  await teller.step(
    "She tries to end the administrator's sessions",
    () => post("revokeTokens", accessToken, { userId: administrator?.uid }),
    { refused: "not-allowed" },
  );

  teller.chapter("The end of a session");
  const admin = await teller.step(
    "The administrator signs in",
    () =>
      call<Session>("generateToken", {
        email: administrator?.email,
        password: administrator?.password,
      }),
    { role: "Admin" },
  );
  await teller.step(
    "and ends all of Grace's sessions",
    () => post("revokeTokens", admin.accessToken, { userId: grace.id }),
    null,
  );
  await teller.step(
    "Her access token is dead, though it has most of its hour left",
    () =>
      eventually(
        () => call("isAuthorizedByRole", { accessToken, roles: ["User"] }),
        (answer) => answer === false,
        patience,
      ),
    false,
  );
  await teller.step(
    "and so is her refresh token",
    () => refusal("renewToken", { refreshToken: grace.refreshToken }),
    { refused: "session-revoked" },
  );
  const again = await teller.step("She signs in again", () =>
    call<Session>("generateToken", { email, password }),
  );
  const renewed = await teller.step("and renews her token", () =>
    call<Session>("renewToken", { refreshToken: again.refreshToken }),
  );
  await teller.step(
    "The renewed one is good",
    () => call("isAuthorizedByRole", { accessToken: renewed.accessToken, roles: ["User"] }),
    true,
  );

  teller.chapter("A forgotten password");
  await teller.step("Grace asks for a reset", () => call("resetPassword", { email }), null);
  const reset = await teller.step("A mail comes", () => actionMail(inbox, email, "resetPassword"));
  await teller.step(
    "A scanner opens its link first, which uses nothing up",
    () => page.open(reset),
    {
      mode: "resetPassword",
      email,
    },
  );
  await teller.step("She sets a new password on our page", () => page.click(reset, newPassword));
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

  teller.chapter("Another way in");
  const googleEmail = `ada.${Date.now().toString(36)}@example.com`;
  await teller.step(
    "Ada signs in with a Google ID token, and so has an account",
    () =>
      call("generateTokenForOAuth", {
        idToken: googleIdToken(googleEmail),
        providerId: "google.com",
      }),
    { email: googleEmail, firstName: "Ada", lastName: "Lovelace", role: "User" },
  );

  await client.close();
}

/** An ID token as Google issues them, but unsigned: the Auth emulator takes it, production does not. */
function googleIdToken(email: string): string {
  const encode = (part: object) => Buffer.from(JSON.stringify(part)).toString("base64url");
  const claims = {
    iss: "https://accounts.google.com",
    aud: "demo",
    sub: email,
    email,
    email_verified: true,
    name: "Ada Lovelace",
    given_name: "Ada",
    family_name: "Lovelace",
  };
  return `${encode({ alg: "none", typ: "JWT" })}.${encode(claims)}.`;
}
