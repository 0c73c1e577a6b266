import { z } from "zod";
import { AuthError, unavailable } from "../errors";
import { lookedUp, toAccounts } from "./looked-up";
import { type RestApiOptions, restApi } from "./rest/rest-api";
import type { ProviderSession, Session, SignIn } from "./sign-in";

const seconds = z.coerce.number().int().nonnegative();

const opened = z.object({
  localId: z.string().min(1),
  idToken: z.string().min(1),
  refreshToken: z.string().min(1),
  expiresIn: seconds,
});

const openedByProvider = opened.extend({
  isNewUser: z.boolean().default(false),
  firstName: z.string().default(""),
  lastName: z.string().default(""),
});

const renewed = z.object({
  user_id: z.string().min(1),
  id_token: z.string().min(1),
  refresh_token: z.string().min(1),
  expires_in: seconds,
});

const pendingSecondFactor = z.object({
  mfaPendingCredential: z.string().min(1),
  mfaInfo: z
    .array(
      z.object({
        mfaEnrollmentId: z.string(),
        displayName: z.string().optional(),
        phoneInfo: z.string().optional(),
        totpInfo: z.object({}).optional(),
      }),
    )
    .default([]),
});

/** Signs in over the REST API, as web and mobile SDKs do: the Admin SDK can't. */
export function firebaseSignIn(options: RestApiOptions): SignIn {
  const api = restApi(options);

  return {
    async withPassword(email, password) {
      const body = await api.accounts("signInWithPassword", {
        email,
        password,
        returnSecureToken: true,
      });
      return toSession(read(opened, body));
    },

    async withProvider(providerId, idToken, { mayCreate = true } = {}) {
      // The provider's reply goes in as a form, so each value is encoded: an id token with "&" adds no field.
      const postBody = new URLSearchParams({ id_token: idToken, providerId }).toString();
      // Without returnIdpCredential: it would turn refusals into replies with status 200.
      const request = { requestUri: "http://localhost", postBody, returnSecureToken: true };
      const body = await api.accounts(
        "signInWithIdp",
        // As the web SDK does when it signs somebody in again.
        mayCreate ? request : { ...request, autoCreate: false },
        mayCreate ? {} : { USER_NOT_FOUND: "sign-up-closed" },
      );
      return toProviderSession(body);
    },

    async renew(refreshToken) {
      const grant = { grant_type: "refresh_token", refresh_token: refreshToken };
      const reply = read(renewed, await api.token(new URLSearchParams(grant)));
      return toSession({
        localId: reply.user_id,
        idToken: reply.id_token,
        refreshToken: reply.refresh_token,
        expiresIn: reply.expires_in,
      });
    },

    async lookUp(idToken) {
      const { body, asOf } = await api.accountsDated("lookup", { idToken });
      const [account] = toAccounts(read(lookedUp, body), asOf);
      if (!account) throw unavailable("Firebase Auth", { problem: "a token of nobody" });
      return account;
    },
  };
}

/** Reads a reply. One without tokens is never a success, whatever its status says. */
function read<Shape extends z.ZodType>(shape: Shape, body: unknown): z.output<Shape> {
  const reply = shape.safeParse(body);
  if (reply.success) return reply.data;
  const waiting = pendingSecondFactor.safeParse(body);
  if (waiting.success) throw secondFactorRequired(waiting.data);
  throw unavailable("Firebase Auth", { problem: "a reply of an unknown shape" });
}

function secondFactorRequired(waiting: z.output<typeof pendingSecondFactor>): AuthError {
  const hints = waiting.mfaInfo.map(({ mfaEnrollmentId, displayName, phoneInfo, totpInfo }) => ({
    mfaEnrollmentId,
    factorId: totpInfo ? "totp" : "phone",
    ...(displayName !== undefined && { displayName }),
    ...(phoneInfo !== undefined && { phoneInfo }),
  }));
  return new AuthError("second-factor-required", undefined, {
    details: { mfaPendingCredential: waiting.mfaPendingCredential, hints },
  });
}

function toSession(reply: z.output<typeof opened>): Session {
  const { localId: uid, idToken, refreshToken, expiresIn } = reply;
  return { uid, idToken, refreshToken, expiresIn, ...claimsOf(idToken) };
}

const claims = z.object({
  auth_time: seconds,
  exp: seconds,
  role: z.string().nullable().catch(null).default(null),
  firebase: z.object({ tenant: z.string().optional() }).default({}),
});

/** Reads an ID token that comes from Firebase itself, so that its signature need not be checked. */
function claimsOf(idToken: string): Pick<Session, "authTime" | "expiresAt" | "role"> {
  const payload = Buffer.from(idToken.split(".")[1] ?? "", "base64url").toString("utf8");
  const parsed = z.string().transform(toJson).pipe(claims).safeParse(payload);
  if (!parsed.success)
    throw unavailable("Firebase Auth", { problem: "a token of an unknown shape" });
  const { auth_time: authTime, exp: expiresAt, role, firebase } = parsed.data;
  // A tenant's user of the same uid is somebody else.
  if (firebase.tenant !== undefined) throw new AuthError("refresh-token-invalid");
  return { authTime, expiresAt, role };
}

function toJson(text: string, context: z.RefinementCtx): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    context.addIssue("must be JSON");
    return z.NEVER;
  }
}

function toProviderSession(body: unknown): ProviderSession {
  if (typeof body === "object" && body !== null && "needConfirmation" in body) {
    // The provider did not verify an address that somebody's account has: Firebase gives no tokens.
    if (body.needConfirmation === true) {
      throw new AuthError("account-exists");
    }
  }
  const reply = read(openedByProvider, body);
  const { isNewUser, firstName, lastName } = reply;
  return { ...toSession(reply), isNewUser, firstName, lastName };
}
