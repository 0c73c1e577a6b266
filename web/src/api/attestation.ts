import { settings } from "../settings";

/** Milliseconds before a request goes without a token: whether it needs one, the API decides. */
const patience = 10_000;

/** The operations of routes whose tokens may be used up by one request. */
const operations: Readonly<Record<string, readonly string[]>> = {
  "/api/auth/login": ["generateToken", "generateTokenForOAuth"],
  "/api/auth/register": ["register"],
  "/api/auth/requestAccount": ["requestAccount"],
  "/api/auth/refresh": ["renewToken"],
  "/api/auth/resetPassword": ["resetPassword"],
  "/api/auth/verifyEmail": ["sendEmailVerificationLink"],
  "/api/auth/action": ["applyActionCode"],
  "/api/auth/action/check": ["checkActionCode"],
  "/api/me/password": ["changePassword"],
  "/api/me/email": ["changeEmail"],
  "/api/me/delete": ["deleteMe"],
  "/api/me": ["deleteMe"],
};

/** Adds to a request what proves that it comes from these pages, where App Check is configured. */
export async function attested(url: RequestInfo | URL, init: RequestInit): Promise<RequestInit> {
  const { appId, siteKey, consume } = settings.appCheck;
  if (appId === "" || siteKey === "") return init;
  const { pathname } = new URL(url instanceof Request ? url.url : url, location.href);
  const once = operations[pathname]?.some((name) => consume.includes(name)) ?? false;
  const token = await Promise.race([tokenOf(once), nothingAfter(patience)]);
  const headers = new Headers(init.headers);
  if (token !== undefined) headers.set("x-firebase-appcheck", token);
  return { ...init, headers };
}

async function tokenOf(once: boolean): Promise<string | undefined> {
  try {
    const { appCheckToken } = await import("../app-check/sdk");
    return await appCheckToken({ once });
  } catch {
    // Blocked, or Google is away.
    return undefined;
  }
}

const nothingAfter = (milliseconds: number) =>
  new Promise<undefined>((resolve) => setTimeout(() => resolve(undefined), milliseconds));
