import { locale } from "../i18n/words";
import { post } from "./post";
import { userOf, type User } from "./user";

interface Tokens {
  accessToken: string;
  /** Seconds. */
  expiresIn: number;
}

/** Milliseconds before its end from which an access token is no longer used. */
const margin = 60_000;

/** In memory alone: what survives a reload is the cookie, which no script can read. */
let current: { accessToken: string; endsAt: number } | undefined;

/** Takes the session up again by its cookie, and hears what has changed about the user. */
export async function restore(): Promise<User> {
  return begin(await post<Tokens>("/auth/refresh"));
}

export async function signIn(email: string, password: string): Promise<User> {
  return begin(await post<Tokens>("/auth/login", { email, password }));
}

export async function signInWithGoogle(idToken: string): Promise<User> {
  return begin(await post<Tokens>("/auth/login", { idToken, providerId: "google.com" }));
}

export interface Registration {
  email: string;
  password: string;
  firstName: string;
  lastName: string;
}

export async function register(registration: Registration): Promise<User> {
  return begin(await post<Tokens>("/auth/register", { ...registration, locale }));
}

/** Ends this session. */
export async function signOut(): Promise<void> {
  await post("/auth/logout");
  current = undefined;
}

/** Ends every session of the user. */
export async function signOutEverywhere({ id }: User): Promise<void> {
  await post(`/auth/logout/${encodeURIComponent(id)}`, {}, await accessToken());
  current = undefined;
}

async function accessToken(): Promise<string> {
  if (!current || Date.now() > current.endsAt - margin) await restore();
  return current?.accessToken ?? "";
}

function begin({ accessToken, expiresIn }: Tokens): User {
  current = { accessToken, endsAt: Date.now() + expiresIn * 1000 };
  return userOf(accessToken);
}
