import { locale } from "../i18n/words";
import { answer, api, bearer } from "./client";
import { forgetMails, noteMail } from "./mails";
import { looksSignedIn, tellTabs } from "./other-tabs";
import { ending } from "./own-ending";
import { Problem } from "./problem";
import { staysSignedIn } from "./staying";
import { claimsOf, userOf, type User } from "./user";

interface Access {
  accessToken: string;
  /** Seconds. */
  expiresIn: number;
}

/** Milliseconds before its end from which an access token is no longer used. */
const margin = 60_000;

/** In memory alone: what survives a reload is the cookie, which no script can read. */
let current: { accessToken: string; endsAt: number } | undefined;

let lost: (problem: Problem) => void = () => undefined;

/** Hears that the session has ended elsewhere, whatever it was that found it out. */
export function onLoss(listen: typeof lost): void {
  lost = listen;
}

/** Takes the session up again by its cookie, with what has changed about the user. `undefined` when there is none. */
export async function restore(): Promise<User | undefined> {
  const renewed = await renewing(() => answer(api.auth.refresh.$post({ json: {} })));
  const access = renewed as Access | undefined;
  return access && begin(access);
}

export async function signIn(email: string, password: string): Promise<User> {
  const json = { email, password, remember: staysSignedIn() };
  return begin(await answer(api.auth.login.$post({ json })));
}

export async function signInWithGoogle(idToken: string): Promise<User> {
  const json = { idToken, providerId: "google.com" as const, remember: staysSignedIn() };
  return begin(await answer(api.auth.login.$post({ json })));
}

export interface Registration {
  email: string;
  password: string;
  firstName: string;
  lastName: string;
}

/** Makes an account, to whose address a link is mailed, and signs in. */
export async function register(registration: Registration): Promise<User> {
  const json = { ...registration, locale };
  const user = begin(await answer(api.auth.register.$post({ json })));
  if (user.email !== undefined) noteMail("verifyEmail", user.email);
  return user;
}

/** Asks for an account: a link to choose its password is mailed, or the owner of the address is told. */
export async function requestAccount(person: Omit<Registration, "password">): Promise<void> {
  await answer(api.auth.requestAccount.$post({ json: { ...person, locale } }));
  noteMail("requestAccount", person.email);
}

/** Ends this session. */
export async function signOut(): Promise<void> {
  await ending(() => answer(api.auth.logout.$post()));
  end();
}

/** Ends every session of the user. */
export async function signOutEverywhere({ id: userId }: User): Promise<void> {
  await ending(() =>
    authorized((as) => answer(api.auth.logout[":userId"].$post({ param: { userId } }, as))),
  );
  end();
}

/** How long ago the session began, in milliseconds. */
export function sessionAge(): number {
  const { auth_time: began = 0 } = current ? claimsOf(current.accessToken) : {};
  return Date.now() - began * 1000;
}

/** An access token that is good for a while. */
export async function accessToken(): Promise<string> {
  if (!current || Date.now() > current.endsAt - margin) await restore();
  if (!current) throw new Problem("not-signed-in");
  return current.accessToken;
}

/**
 * Asks something in the name of whoever is signed in. When the session has ended, asks once more in the one that the
 * cookie may hold: another tab, or another page, may have begun it.
 */
export async function authorized<T>(
  request: (as: ReturnType<typeof bearer>) => Promise<T>,
): Promise<T> {
  const token = await accessToken();
  try {
    return await request(bearer(token));
  } catch (error) {
    if (!(error instanceof Problem && error.endsSession)) throw error;
    if (await restore()) return request(bearer(await accessToken()));
    end();
    lost(error);
    throw error;
  }
}

/** Takes up a session that a reply has begun. */
export function begin({ accessToken, expiresIn }: Access): User {
  const isNew = !looksSignedIn();
  current = { accessToken, endsAt: Date.now() + expiresIn * 1000 };
  if (isNew) tellTabs("begun");
  return userOf(accessToken);
}

/** Lets go of the session, also when another tab has ended it. */
export function end(): void {
  current = undefined;
  forgetMails();
  if (looksSignedIn()) tellTabs("ended");
}

/** Lets go of a session of which a refusal says that it has ended. */
async function renewing<T>(request: () => Promise<T>): Promise<T> {
  try {
    return await request();
  } catch (error) {
    if (error instanceof Problem && error.endsSession) {
      end();
      lost(error);
    }
    throw error;
  }
}
