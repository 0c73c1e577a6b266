import { callDeadline } from "../deadline";
import { AuthError, unavailable } from "../errors";
import { type Account, accessTokens } from "./platform/access-tokens";
import { bindingClaim, type CustomTokens, type SessionBinding } from "./custom-tokens";
import { post } from "../http/http-post";

/** Whom a custom token is for, by Firebase's rules: https://firebase.google.com/docs/auth/admin/create-custom-tokens */
const audience =
  "https://identitytoolkit.googleapis.com/google.identity.identitytoolkit.v1.IdentityToolkit";

/**
 * Seconds for which a custom token can be exchanged. The Admin SDK's can for an hour, and Firebase exchanges one of an
 * ended session as well.
 */
const lifetime = 60;

export interface FirebaseCustomTokensOptions {
  app: { options: Account };
  /** Where Google signs for a service account. */
  signer?: string;
  /** Where a deployed function learns which service account is its own. */
  metadata?: string;
  /** Milliseconds since 1970. Default `Date.now`. */
  now?: () => number;
}

/** Has Google sign custom tokens as the service account that the functions run as: no key is ever at hand. */
export function firebaseCustomTokens({
  app,
  signer = "https://iamcredentials.googleapis.com",
  metadata = "http://metadata.google.internal",
  now = Date.now,
}: FirebaseCustomTokensOptions): CustomTokens {
  const bearer = accessTokens(app);
  let email: Promise<string> | undefined;

  /** Asked once; an outage is asked about again. */
  function serviceAccount(): Promise<string> {
    const given = app.options.serviceAccountId;
    if (given !== undefined) return Promise.resolve(given);
    email ??= ownEmail(metadata).catch((error: unknown) => {
      email = undefined;
      throw error;
    });
    return email;
  }

  return {
    async make(uid, binding) {
      try {
        const [account, token] = await Promise.all([serviceAccount(), bearer()]);
        const url = new URL(`/v1/projects/-/serviceAccounts/${account}:signJwt`, signer);
        const body = JSON.stringify({
          payload: JSON.stringify(claims(account, uid, binding, now())),
        });
        const headers = { authorization: `Bearer ${token}` };
        return signed(await post(url, "application/json", body, callDeadline, headers));
      } catch (error) {
        throw error instanceof AuthError ? error : unavailable("Google's signing service", error);
      }
    },
  };
}

function claims(account: string, uid: string, binding: SessionBinding, now: number): object {
  const iat = Math.floor(now / 1000);
  const who = { iss: account, sub: account, aud: audience };
  return { ...who, iat, exp: iat + lifetime, uid, claims: { [bindingClaim]: binding } };
}

/** @throws {AuthError} `internal` where the service account may not sign: trying again does not help. */
function signed({ status, body }: { status: number; body: unknown }): string {
  const { signedJwt } = (body ?? {}) as { signedJwt?: unknown };
  if (status === 200 && typeof signedJwt === "string") return signedJwt;
  if (status === 403 || status === 404) {
    const problem = "a set-up fault: npm run check:deploy says which role signs custom tokens";
    throw new AuthError("internal", undefined, { cause: { status, problem } });
  }
  throw unavailable("Google's signing service", { status });
}

async function ownEmail(metadata: string): Promise<string> {
  const path = "/computeMetadata/v1/instance/service-accounts/default/email";
  const reply = await fetch(new URL(path, metadata), {
    headers: { "metadata-flavor": "Google" },
    signal: AbortSignal.timeout(callDeadline),
  });
  if (!reply.ok) throw unavailable("Google's metadata server", { status: reply.status });
  return (await reply.text()).trim();
}

/** Makes what the Auth emulator takes for custom tokens: without a signature. */
export function emulatorCustomTokens(now: () => number = Date.now): CustomTokens {
  return {
    make(uid, binding) {
      const parts = [{ alg: "none", typ: "JWT" }, claims("emulator", uid, binding, now())];
      const encoded = parts.map((part) => Buffer.from(JSON.stringify(part)).toString("base64url"));
      return Promise.resolve(`${encoded.join(".")}.`);
    },
  };
}
