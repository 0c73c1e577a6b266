/** The signed-in user, according to the access token. */
export interface User {
  id: string;
  name: string;
  email: string | undefined;
  emailVerified: boolean;
  role: string | undefined;
}

interface Claims {
  sub: string;
  name?: string;
  email?: string;
  email_verified?: boolean;
  role?: string;
  nonce?: string;
  auth_time?: number;
}

/** Reads an access token. It proves nothing here: the API checks it each time. */
export function userOf(accessToken: string): User {
  const { sub, name = "", email, email_verified, role } = claimsOf(accessToken);
  return { id: sub, name, email, emailVerified: email_verified === true, role };
}

/** What a token says, unchecked. */
export function claimsOf(token: string): Claims {
  const payload = token.split(".")[1] ?? "";
  const bytes = atob(payload.replaceAll("-", "+").replaceAll("_", "/"));
  const text = new TextDecoder().decode(Uint8Array.from(bytes, (byte) => byte.charCodeAt(0)));
  return JSON.parse(text) as Claims;
}
