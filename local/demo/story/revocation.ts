import { eventually } from "../patience";
import type { Scene, Session } from "./scene";

/** The maximum age of the live state (`LIVE_STATE_MAX_AGE_SECONDS`), and time to ask. */
const patience = 5_000;

/** The administrator ends Grace's sessions, and she signs in again. Gives her renewed tokens. */
export async function revocation(
  { client: { call, post, refusal }, teller, administrator, email, password }: Scene,
  grace: Session,
): Promise<Session> {
  const { accessToken } = grace;
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
  return renewed;
}
