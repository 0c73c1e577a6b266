import type { Scene } from "./scene";

/** Ada signs in with Google. */
export async function google({ client: { call }, teller }: Scene): Promise<void> {
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
