import { z } from "zod";
import { getAuth } from "firebase-admin/auth";

const signedIn = z.object({ idToken: z.string(), refreshToken: z.string() });

/** What Firebase's SDK holds once it is signed in. */
export type SdkSession = z.output<typeof signedIn>;

/** Exchanges a custom token as Firebase's SDK does. Rejects with Firebase's code. */
export async function exchange(authHost: string, token: string): Promise<SdkSession> {
  const method = "identitytoolkit.googleapis.com/v1/accounts:signInWithCustomToken";
  const reply = await fetch(`http://${authHost}/${method}?key=any`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ token, returnSecureToken: true }),
  });
  const body = (await reply.json()) as { error?: { message: string } };
  if (!reply.ok) throw new Error(body.error?.message);
  return signedIn.parse(body);
}

/** Makes a custom token as a team's own server does, which knows nothing of our sessions. */
export const teamsOwn = (uid: string): Promise<string> => getAuth().createCustomToken(uid);
