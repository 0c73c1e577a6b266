import { signInWithEmailAndPassword } from "firebase/auth";
import type { Scene, Session } from "./scene";

/** What Grace may do, and what not. */
export async function rights(
  { client: { auth, call, post }, teller, administrator, email, password }: Scene,
  grace: Session,
): Promise<void> {
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
}
