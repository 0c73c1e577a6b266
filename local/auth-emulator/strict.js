"use strict";

// Corrects the Auth emulator of firebase-tools where it differs from production, in the process that requires this file first:
// - Refresh tokens are distinct, and end (TOKEN_EXPIRED) when the account's sessions are revoked. As shipped they are the
//   same for every sign-in and survive revocations and password resets.
// - A renewed ID token keeps the `auth_time` of its own sign-in. As shipped it takes that of the account's last one, so
//   that a sign-in elsewhere revives an ended session.
// - A sign-in with a provider that asks for it (`autoCreate: false`) makes no account. As shipped it always does.
// - Blocking functions are told the client's `User-Agent`, and its address as the last entry of `X-Forwarded-For` says it.
//   As shipped they are told neither.
// - Schemas are compiled when first needed. As shipped all of them are at start, which takes longer than all the rest.

const { AsyncLocalStorage } = require("node:async_hooks");
const { assert } = require("firebase-tools/lib/emulator/auth/errors");
const { authOperations } = require("firebase-tools/lib/emulator/auth/operations");
const {
  ProjectState,
  decodeRefreshToken,
  encodeRefreshToken,
} = require("firebase-tools/lib/emulator/auth/state");

/** @param {string} name A package as firebase-tools has it. */
const its = (name) =>
  require(require.resolve(name, { paths: [require.resolve("firebase-tools")] }));

/**
 * @typedef {(request: import("node:http").IncomingMessage, ...rest: unknown[]) => unknown} Serve
 * @type {{ middleware: (document: unknown, options: object) => Promise<Serve> }}
 */
const exegesis = its("exegesis-express");

/** @type {{ sign: (payload: { user_record?: object }, ...rest: unknown[]) => string }} */
const jsonwebtoken = its("jsonwebtoken");

/**
 * @typedef {object} Session What a refresh token remembers of the sign-in that it was issued at.
 * @property {string} localId
 * @property {number} issuedAt Seconds since 1970.
 * @property {string} signedInAt Milliseconds since 1970.
 * @property {number} serial Makes the token unlike any other.
 */

const { middleware } = exegesis;
const { token: grantToken } = authOperations.securetoken;
const { createRefreshTokenFor, createUserWithLocalId, validateRefreshToken, updateUserByLocalId } =
  ProjectState.prototype;

/** @type {{ refreshToken: string, session: Session } | undefined} The renewal that is being served; each is synchronous. */
let renewal;
let issued = 0;

exegesis.middleware = async (document, options) => {
  const serve = await middleware(document, { ...options, lazyCompileValidationSchemas: true });
  return (request, ...rest) => client.run(request.headers, () => serve(request, ...rest));
};

/** @type {AsyncLocalStorage<import("node:http").IncomingHttpHeaders>} The headers of the request that is being served. */
const client = new AsyncLocalStorage();
const { sign } = jsonwebtoken;

jsonwebtoken.sign = (payload, ...rest) =>
  sign(payload.user_record ? told(payload) : payload, ...rest);

/**
 * @param {object} event What a blocking function is told.
 * @returns {{ user_record?: object, user_agent?: string | undefined, ip_address?: string | undefined }}
 */
function told(event) {
  const { "user-agent": user_agent, "x-forwarded-for": forwarded } = client.getStore() ?? {};
  const ip_address = String(forwarded ?? "127.0.0.1")
    .split(",")
    .at(-1)
    ?.trim();
  return { ...event, user_agent, ip_address };
}

/** Whether the request that is being served may make an account. */
const mayCreate = new AsyncLocalStorage();
const { signInWithIdp } = authOperations.identitytoolkit.accounts;

authOperations.identitytoolkit.accounts.signInWithIdp = (state, request) =>
  mayCreate.run(request.autoCreate !== false, () => signInWithIdp(state, request));

/** @type {typeof createUserWithLocalId} */
ProjectState.prototype.createUserWithLocalId = function (...user) {
  assert(mayCreate.getStore() !== false, "USER_NOT_FOUND");
  return createUserWithLocalId.apply(this, user);
};

authOperations.securetoken.token = (...request) => {
  try {
    return grantToken(...request);
  } finally {
    renewal = undefined;
  }
};

/** @type {typeof validateRefreshToken} */
ProjectState.prototype.validateRefreshToken = function (refreshToken) {
  const validated = validateRefreshToken.call(this, refreshToken);
  const session = /** @type {Session} */ (decodeRefreshToken(refreshToken));
  assert(session.issuedAt >= Number(validated.user.validSince ?? 0), "TOKEN_EXPIRED");
  renewal = { refreshToken, session };
  return validated;
};

/** @type {typeof updateUserByLocalId} */
ProjectState.prototype.updateUserByLocalId = function (localId, ...update) {
  const user = updateUserByLocalId.call(this, localId, ...update);
  return renewal ? { ...user, lastLoginAt: renewal.session.signedInAt } : user;
};

/** @type {typeof createRefreshTokenFor} */
ProjectState.prototype.createRefreshTokenFor = function (user, ...rest) {
  if (renewal) return renewal.refreshToken;
  const record = decodeRefreshToken(createRefreshTokenFor.call(this, user, ...rest));
  const issuedAt = Math.floor(Date.now() / 1000);
  issued += 1;
  return encodeRefreshToken({ ...record, issuedAt, signedInAt: user.lastLoginAt, serial: issued });
};
