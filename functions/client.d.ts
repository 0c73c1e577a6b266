/**
 * The routes of the HTTPS API as types for Hono's client: hc<Api>(baseUrl). Copy this file into your web app; it needs the
 * package "hono" and nothing else. Written by "npm run docs".
 */
import type { Env, Hono } from "hono";

/** A route that replies as said, or refuses with one of these statuses. */
type Route<Input, Replies, Refusals extends number> =
  | {
      [Status in keyof Replies]: {
        input: Input;
        output: Replies[Status];
        outputFormat: "json";
        status: Status;
      };
    }[keyof Replies]
  | { input: Input; output: Failure; outputFormat: "json"; status: Refusals };

/** The refresh token and the device token are in the cookie. */
export type Session = {
  accessToken: string;
  expiresIn: number;
  customToken?: string | undefined;
  id: string;
  firstName: string;
  lastName: string;
  email: string | null;
  emailVerified: boolean;
  role: string | null;
  disabled: boolean;
  sessionId: string;
};

export type Failure = {
  error: {
    status: string;
    message: string;
    details: {
      code:
        | "invalid-request"
        | "weak-password"
        | "password-not-set"
        | "action-code-invalid"
        | "action-code-expired"
        | "invalid-credentials"
        | "not-signed-in"
        | "token-expired"
        | "token-invalid"
        | "session-revoked"
        | "refresh-token-invalid"
        | "second-factor-required"
        | "fresh-sign-in-required"
        | "app-check-failed"
        | "not-allowed"
        | "user-disabled"
        | "email-not-verified"
        | "sign-up-closed"
        | "user-not-found"
        | "session-not-found"
        | "route-not-found"
        | "method-not-allowed"
        | "email-exists"
        | "account-exists"
        | "changed-meanwhile"
        | "payload-too-large"
        | "unsupported-media-type"
        | "too-many-attempts"
        | "internal"
        | "unavailable";
      retryAfterSeconds?: number | undefined;
      reason?: "too-short" | "common" | "personal" | "breached" | "policy" | undefined;
      [key: string]: unknown;
    };
  };
};

export type Access = {
  accessToken: string;
  refreshToken?: string | undefined;
  expiresIn: number;
  customToken?: string | undefined;
};

export type ActionCode = {
  mode:
    | "resetPassword"
    | "verifyEmail"
    | "verifyAndChangeEmail"
    | "recoverEmail"
    | "acceptInvitation"
    | "revertSecondFactorAddition"
    | "signIn";
  email: string | null;
};

export type Authorization = {
  authorized: boolean;
  reason?:
    | "invalid-request"
    | "weak-password"
    | "password-not-set"
    | "action-code-invalid"
    | "action-code-expired"
    | "invalid-credentials"
    | "not-signed-in"
    | "token-expired"
    | "token-invalid"
    | "session-revoked"
    | "refresh-token-invalid"
    | "second-factor-required"
    | "fresh-sign-in-required"
    | "app-check-failed"
    | "not-allowed"
    | "user-disabled"
    | "email-not-verified"
    | "sign-up-closed"
    | "user-not-found"
    | "session-not-found"
    | "route-not-found"
    | "method-not-allowed"
    | "email-exists"
    | "account-exists"
    | "changed-meanwhile"
    | "payload-too-large"
    | "unsupported-media-type"
    | "too-many-attempts"
    | "internal"
    | "unavailable"
    | undefined;
};

export type SessionListed = {
  id: string;
  current: boolean;
  createdAt: string;
  lastUsedAt: string;
  device: string;
  place: string;
};

export type ManagedUser = {
  id: string;
  firstName: string;
  lastName: string;
  email: string | null;
  emailVerified: boolean;
  role: string | null;
  disabled: boolean;
  details?:
    | {
        locale: string | null;
        providers: string[];
        createdAt: string | null;
        lastSeenAt: string | null;
        disabling: { at: string; by: string | null; reason: string | null } | null;
      }
    | undefined;
};

export type UserDTO = {
  id: string;
  firstName: string;
  lastName: string;
  email: string | null;
  emailVerified: boolean;
  role: string | null;
  disabled: boolean;
};

export type Health = { status: "ok" };

export type ClientAddress = {
  forwardedFor: string | null;
  countedAs: string | null;
  shared: boolean;
};

interface Routes {
  "/auth/register": {
    /** Make an account and sign in */
    $post: Route<
      {
        json: {
          email: string;
          password: string;
          firstName: string;
          lastName: string;
          locale?: string | undefined;
          customToken?: boolean | undefined;
        };
      },
      { 200: Session },
      400 | 401 | 403 | 409 | 413 | 415 | 429 | 500 | 503
    >;
  };
  "/auth/requestAccount": {
    /** Ask for an account by mail */
    $post: Route<
      { json: { email: string; firstName: string; lastName: string; locale?: string | undefined } },
      { 204: unknown },
      400 | 401 | 403 | 413 | 415 | 429 | 500 | 503
    >;
  };
  "/auth/login": {
    /** Sign in */
    $post: Route<
      {
        json:
          | {
              email: string;
              password: string;
              customToken?: boolean | undefined;
              remember?: boolean | undefined;
            }
          | {
              idToken: string;
              providerId?: "google.com" | undefined;
              customToken?: boolean | undefined;
              remember?: boolean | undefined;
            };
      },
      { 200: Session },
      400 | 401 | 403 | 409 | 413 | 415 | 429 | 500 | 503
    >;
  };
  "/auth/refresh": {
    /** Renew the access token */
    $post: Route<
      { json?: { refreshToken?: string | undefined; customToken?: boolean | undefined } },
      { 200: Access; 204: unknown },
      400 | 401 | 403 | 413 | 415 | 429 | 500 | 503
    >;
  };
  "/auth/logout": {
    /** End the cookie's session */
    $post: Route<object, { 204: unknown }, 400 | 401 | 403 | 500 | 503>;
  };
  "/auth/logout/:userId": {
    /** End every session of a user */
    $post: Route<
      { param: { userId: string } },
      { 204: unknown },
      400 | 401 | 403 | 404 | 500 | 503
    >;
  };
  "/auth/resetPassword": {
    /** Mail a link to choose a new password */
    $post: Route<
      { json: { email: string; locale?: string | undefined } },
      { 204: unknown },
      400 | 401 | 403 | 413 | 415 | 429 | 500 | 503
    >;
  };
  "/auth/resetPassword/:email": {
    /** Mail a link to choose a new password */
    $post: Route<
      { json?: { locale?: string | undefined }; param: { email: string } },
      { 204: unknown },
      400 | 401 | 403 | 413 | 415 | 429 | 500 | 503
    >;
  };
  "/auth/verifyEmail": {
    /** Mail a link to verify an address */
    $post: Route<
      { json: { email: string; locale?: string | undefined } },
      { 204: unknown },
      400 | 401 | 403 | 413 | 415 | 429 | 500 | 503
    >;
  };
  "/auth/verifyEmail/:email": {
    /** Mail a link to verify an address */
    $post: Route<
      { json?: { locale?: string | undefined }; param: { email: string } },
      { 204: unknown },
      400 | 401 | 403 | 413 | 415 | 429 | 500 | 503
    >;
  };
  "/auth/action/check": {
    /** Say what the code of a mailed link is for */
    $post: Route<
      { json: { oobCode: string } },
      { 200: ActionCode },
      400 | 401 | 403 | 413 | 415 | 429 | 500 | 503
    >;
  };
  "/auth/action": {
    /** Do what the code of a mailed link is for */
    $post: Route<
      { json: { oobCode: string; newPassword?: string | undefined } },
      { 204: unknown },
      400 | 401 | 403 | 409 | 413 | 415 | 429 | 500 | 503
    >;
  };
  "/auth/authorize": {
    /** Ask whether the bearer holds a role, is a user, or has an address */
    $post: Route<
      {
        json: {
          roles?: string[] | undefined;
          userId?: string | undefined;
          email?: string | undefined;
        };
      },
      { 200: Authorization },
      400 | 401 | 403 | 413 | 415 | 429 | 500 | 503
    >;
  };
  "/me": {
    /** Read one's own account */
    $get: Route<
      object,
      {
        200: {
          id: string;
          firstName: string;
          lastName: string;
          email: string | null;
          emailVerified: boolean;
          role: string | null;
          disabled: boolean;
          locale: string | null;
          providers: string[];
          hasPassword: boolean;
          secondFactors: {
            id: string;
            kind: "phone" | "totp";
            name: string;
            enrolledAt: string | null;
          }[];
          createdAt: string;
          lastSignInAt: string | null;
        };
      },
      400 | 401 | 403 | 404 | 500 | 503
    >;
    /** Change one's own names or language */
    $patch: Route<
      {
        json: {
          firstName?: string | undefined;
          lastName?: string | undefined;
          locale?: string | undefined;
        };
      },
      {
        200: {
          id: string;
          firstName: string;
          lastName: string;
          email: string | null;
          emailVerified: boolean;
          role: string | null;
          disabled: boolean;
          locale: string | null;
          providers: string[];
          hasPassword: boolean;
          secondFactors: {
            id: string;
            kind: "phone" | "totp";
            name: string;
            enrolledAt: string | null;
          }[];
          createdAt: string;
          lastSignInAt: string | null;
        };
      },
      400 | 401 | 403 | 404 | 413 | 415 | 500 | 503
    >;
    /** Delete one's own account */
    $delete: Route<object, { 204: unknown }, 400 | 401 | 403 | 404 | 429 | 500 | 503>;
  };
  "/me/password": {
    /** Change one's own password */
    $post: Route<
      { json: { currentPassword: string; newPassword: string } },
      { 200: Session },
      400 | 401 | 403 | 404 | 413 | 415 | 429 | 500 | 503
    >;
  };
  "/me/email": {
    /** Ask for another address of one's own account */
    $post: Route<
      { json: { newEmail: string; currentPassword?: string | undefined } },
      { 204: unknown },
      400 | 401 | 403 | 404 | 413 | 415 | 429 | 500 | 503
    >;
  };
  "/me/sessions": {
    /** Read one's own sessions */
    $get: Route<object, { 200: SessionListed[] }, 400 | 401 | 403 | 500 | 503>;
    /** End all other sessions of one's own */
    $delete: Route<object, { 204: unknown }, 400 | 401 | 403 | 500 | 503>;
  };
  "/me/sessions/:sessionId": {
    /** End one of one's own sessions */
    $delete: Route<
      { param: { sessionId: string } },
      { 204: unknown },
      400 | 401 | 403 | 404 | 500 | 503
    >;
  };
  "/me/delete": {
    /** Delete one's own account */
    $post: Route<
      { json: { currentPassword?: string | undefined } },
      { 204: unknown },
      400 | 401 | 403 | 404 | 413 | 415 | 429 | 500 | 503
    >;
  };
  "/me/export": {
    /** Read all that is stored about oneself */
    $get: Route<
      object,
      {
        200: {
          exportedAt: string;
          account: { [key: string]: unknown };
          user: { [key: string]: unknown };
          state: { endedBefore: string | null; endedSessions: string[] };
          sessions: {
            id: string;
            createdAt: string;
            lastUsedAt: string;
            expireAt: string;
            device: string;
            place: string;
          }[];
          activity: { id: string; at: string; [key: string]: unknown }[];
          invitation: {
            email: string;
            by: string | null;
            invitedAt: string;
            endsAt: string;
          } | null;
          mails: { kind: string; createdAt: string; expireAt: string; [key: string]: unknown }[];
        };
      },
      400 | 401 | 403 | 404 | 500 | 503
    >;
  };
  "/me/activity": {
    /** Read what was done to one's own account */
    $get: Route<
      { query?: { limit?: string; pageToken?: string } },
      {
        200: {
          id: string;
          at: string;
          action: string;
          outcome: "ok" | "refused" | "failed";
          code?: string | undefined;
          device: string;
          place: string;
          by: string | null;
        }[];
      },
      400 | 401 | 403 | 500 | 503
    >;
  };
  "/users": {
    /** Read a page of users, or one */
    $get: Route<
      {
        query?: {
          limit?: string;
          pageToken?: string;
          search?: string;
          role?: string;
          disabled?: string;
          sort?: string;
          details?: string;
          userId?: string;
          email?: string;
        };
      },
      { 200: ManagedUser[] | ManagedUser },
      400 | 401 | 403 | 404 | 500 | 503
    >;
    /** Make a user */
    $post: Route<
      {
        json: {
          email: string;
          password?: string | undefined;
          firstName: string;
          lastName: string;
          locale?: string | undefined;
          role: string;
        };
      },
      { 201: UserDTO },
      400 | 401 | 403 | 409 | 413 | 415 | 500 | 503
    >;
    /** Delete a user */
    $delete: Route<
      { query?: { userId?: string; email?: string } },
      { 204: unknown },
      400 | 401 | 403 | 404 | 412 | 500 | 503
    >;
  };
  "/users/:userId": {
    /** Change a user */
    $put: Route<
      {
        json: {
          firstName: "" | string;
          lastName: "" | string;
          email: string | null;
          role: string | null;
          disabled?: boolean | undefined;
          locale?: string | null | undefined;
          id?: string | undefined;
          emailVerified?: boolean | undefined;
        };
        param: { userId: string };
      },
      { 200: UserDTO },
      400 | 401 | 403 | 404 | 409 | 412 | 413 | 415 | 500 | 503
    >;
    /** Change what is named of a user */
    $patch: Route<
      {
        json: {
          firstName?: string | undefined;
          lastName?: string | undefined;
          email?: string | undefined;
          role?: string | undefined;
          disabled?: boolean | undefined;
          reason?: string | undefined;
          locale?: string | undefined;
        };
        param: { userId: string };
      },
      { 200: UserDTO },
      400 | 401 | 403 | 404 | 409 | 412 | 413 | 415 | 500 | 503
    >;
  };
  "/users/:userId/sessions": {
    /** Read a user's sessions */
    $get: Route<
      { param: { userId: string } },
      { 200: SessionListed[] },
      400 | 401 | 403 | 404 | 500 | 503
    >;
  };
  "/users/:userId/sessions/:sessionId": {
    /** End one session of a user */
    $delete: Route<
      { param: { userId: string; sessionId: string } },
      { 204: unknown },
      400 | 401 | 403 | 404 | 500 | 503
    >;
  };
  "/invitations": {
    /** Read a page of pending invitations */
    $get: Route<
      { query?: { limit?: string; pageToken?: string } },
      {
        200: {
          userId: string;
          email: string;
          by: string | null;
          invitedAt: string;
          endsAt: string;
        }[];
      },
      400 | 401 | 403 | 500 | 503
    >;
    /** Invite somebody by their address */
    $post: Route<
      {
        json: {
          email: string;
          firstName?: string | undefined;
          lastName?: string | undefined;
          role: string;
          locale?: string | undefined;
        };
      },
      { 201: UserDTO },
      400 | 401 | 403 | 409 | 413 | 415 | 500 | 503
    >;
  };
  "/invitations/:userId": {
    /** Invite a user again */
    $post: Route<
      { param: { userId: string } },
      { 204: unknown },
      400 | 401 | 403 | 404 | 500 | 503
    >;
    /** Withdraw an invitation */
    $delete: Route<
      { param: { userId: string } },
      { 204: unknown },
      400 | 401 | 403 | 404 | 412 | 500 | 503
    >;
  };
  "/users/:userId/mails": {
    /** Read the mails to a user */
    $get: Route<
      { param: { userId: string } },
      {
        200: {
          kind:
            | "password-reset"
            | "email-verification"
            | "email-change"
            | "invitation"
            | "sign-up"
            | "password-changed"
            | "email-change-requested"
            | "email-changed"
            | "address-taken"
            | "sessions-revoked"
            | "role-changed"
            | "new-device"
            | "session-stolen"
            | "account-deleted";
          state: "queued" | "sending" | "delivered" | "failed" | "dropped";
          email: string | null;
          attempts: number;
          createdAt: string;
        }[];
      },
      400 | 401 | 403 | 404 | 500 | 503
    >;
  };
  "/mails": {
    /** Read a page of the outbox */
    $get: Route<
      { query?: { limit?: string; pageToken?: string; state?: string } },
      {
        200: {
          id: string;
          kind:
            | "password-reset"
            | "email-verification"
            | "email-change"
            | "invitation"
            | "sign-up"
            | "password-changed"
            | "email-change-requested"
            | "email-changed"
            | "address-taken"
            | "sessions-revoked"
            | "role-changed"
            | "new-device"
            | "session-stolen"
            | "account-deleted";
          state: "queued" | "sending" | "delivered" | "failed" | "dropped";
          userId: string | null;
          email: string | null;
          attempts: number;
          reason: string | null;
          createdAt: string;
          dueAt: string | null;
        }[];
      },
      400 | 401 | 403 | 500 | 503
    >;
  };
  "/mails/:mailId": {
    /** Send a failed mail again */
    $post: Route<{ param: { mailId: string } }, { 204: unknown }, 400 | 401 | 403 | 500 | 503>;
  };
  "/users/:userId/activity": {
    /** Read what was done to a user's account */
    $get: Route<
      { param: { userId: string }; query?: { limit?: string; pageToken?: string } },
      {
        200: {
          id: string;
          at: string;
          action: string;
          outcome: "ok" | "refused" | "failed";
          code?: string | undefined;
          device: string;
          place: string;
          by: string | null;
          reason?: string | undefined;
          userId: string | null;
          count?: number | undefined;
        }[];
      },
      400 | 401 | 403 | 500 | 503
    >;
  };
  "/activity": {
    /** Read what was done to all accounts */
    $get: Route<
      { query?: { limit?: string; pageToken?: string; action?: string; userId?: string } },
      {
        200: {
          id: string;
          at: string;
          action: string;
          outcome: "ok" | "refused" | "failed";
          code?: string | undefined;
          device: string;
          place: string;
          by: string | null;
          reason?: string | undefined;
          userId: string | null;
          count?: number | undefined;
        }[];
      },
      400 | 401 | 403 | 500 | 503
    >;
  };
  "/system": {
    /** Read the state of the system */
    $get: Route<
      object,
      {
        200: {
          checks: {
            name:
              | "parameters"
              | "firestore"
              | "auth"
              | "queue"
              | "liveState"
              | "schema"
              | "indexes"
              | "clock"
              | "mail";
            outcome: "ok" | "failed" | "unknown";
            reason: string | null;
          }[];
          liveState: {
            ageMilliseconds: number | null;
            entries: number;
            changesInLastHour: number | null;
          };
          pending: { count: number; oldestAt: string | null };
          mails: {
            counts: {
              queued: number;
              sending: number;
              delivered: number;
              failed: number;
              dropped: number;
            };
            overdueSince: string | null;
          };
          limits: { name: string; count: number }[];
          versions: { backend: string; node: string; schema: number };
        };
      },
      400 | 401 | 403 | 500 | 503
    >;
  };
  "/health": {
    /** Say that the function is up */
    $get: Route<object, { 200: Health }, 400 | 403 | 500 | 503>;
  };
  "/health/ready": {
    /** Say whether what the function needs can be reached */
    $get: Route<object, { 200: Health }, 400 | 401 | 403 | 500 | 503>;
  };
  "/health/client-address": {
    /** Say whose network one's own request is counted as */
    $get: Route<object, { 200: ClientAddress }, 400 | 401 | 403 | 500 | 503>;
  };
  "/openapi.json": {
    /** This document */
    $get: Route<
      object,
      { 200: { openapi: string; [key: string]: unknown } },
      400 | 403 | 500 | 503
    >;
  };
  "/docs": {
    /** A page to read this document, and to try it */
    $get: Route<object, { 200: unknown }, 400 | 403 | 500 | 503>;
  };
}

export type Api = Hono<Env, { [Path in keyof Routes]: Routes[Path] }, "/">;
