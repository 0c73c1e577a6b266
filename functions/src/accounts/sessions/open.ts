import { isRefusal, unavailable } from "../../errors";
import type { Session } from "../../identity/sign-in";
import type { Ports } from "../../ports";
import type { Names } from "../names";
import { begin, type BegunSession, type Wishes } from "./begin";
import { endByRefreshToken } from "./end-sessions";
import type { Origin } from "./origin";
import { type Reconciled, reconcile } from "./reconcile";

/** How often a sign-in is repeated because the sessions of its very second were ended. */
const maxSignIns = 4;

/** What somebody signed in with. */
export type Credentials =
  | { readonly email: string; readonly password: string }
  | { readonly providerId: string; readonly idToken: string };

/** A session that Firebase has just opened. */
export interface Opened {
  readonly session: Session;
  /** Opened it, and will again. */
  readonly credentials: Credentials;
  /** The names that a provider gave in this very sign-in. */
  readonly names?: Names | undefined;
  readonly wishes?: Wishes;
}

/**
 * Begins a session of ours with one that Firebase has just opened. By then the user's document is there; document,
 * claim and token name the same role; the live state knows what was changed elsewhere; and the session that came along
 * has ended. If the new one belongs to a second whose sessions were just ended, it signs in again in the next second.
 *
 * @throws {AuthError} `user-disabled`; what signing in again is refused with; `unavailable`.
 */
export async function openSession(
  { session: first, credentials, names, wishes = {} }: Opened,
  from: Origin,
  ports: Ports,
): Promise<BegunSession> {
  await endFormer(from, ports);
  let session = first;
  for (let signIns = 1; ; signIns += 1) {
    const reconciled = await reconcile(session, names, ports);
    if (reconciled && session.authTime > reconciled.revokedThrough) {
      return beginReconciled(reconciled, from, wishes, ports);
    }
    if (signIns === maxSignIns) break;
    // By the clock that dates sessions.
    await ports.clock.pass(reconciled?.revokedThrough ?? session.authTime, session.authTime);
    session = await signInAgain(credentials, ports);
  }
  throw unavailable("Firebase Auth", { problem: "sessions end as fast as they are opened" });
}

/**
 * Ends the session of the refresh token in the request's cookie. One that is not ours does not prevent signing in.
 */
async function endFormer({ refreshToken }: Origin, ports: Ports): Promise<void> {
  if (refreshToken === undefined) return;
  try {
    await endByRefreshToken(refreshToken, ports);
  } catch (error) {
    if (!isRefusal(error)) throw error;
  }
}

async function beginReconciled(
  { session, user, validAfter, isFirst }: Reconciled,
  from: Origin,
  wishes: Wishes,
  ports: Ports,
): Promise<BegunSession> {
  const { uid } = session;
  const welcomed = () => ({ result: undefined, state: { awaitsSignIn: false } });
  const [begun] = await Promise.all([
    begin(session, user, isFirst ? { ...from, known: undefined } : from, wishes, ports),
    isFirst && ports.records.transact([uid], welcomed),
    // Ended sessions are of no use to anybody; without a later sign-in they expire.
    validAfter > 0 && ports.sessions.removeThrough(uid, validAfter),
  ]);
  return begun;
}

/** Not counted as a guess: the same credentials were good a moment ago. Makes no account. */
function signInAgain(credentials: Credentials, { signIn }: Ports): Promise<Session> {
  return "password" in credentials
    ? signIn.withPassword(credentials.email, credentials.password)
    : signIn.withProvider(credentials.providerId, credentials.idToken, { mayCreate: false });
}
