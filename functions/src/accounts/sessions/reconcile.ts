import { AuthError, isAuthError } from "../../errors";
import type { Session } from "../../identity/sign-in";
import type { Ports } from "../../ports";
import type { User } from "../../users/user-directory";
import type { Names } from "../names";
import { inSync, withRole } from "./in-sync";
import { revokedThrough } from "./revoked";

/** A session that Firebase has just opened, beside what is known of its account. */
export interface Reconciled {
  readonly session: Session;
  readonly user: User;
  /** The second (since 1970) up to which this session would have been ended; 0 for none. */
  readonly revokedThrough: number;
  /** The second (since 1970) up to which all sessions were ended; 0 for none. */
  readonly validAfter: number;
  /** Whether it is the first one since an invitation was accepted. */
  readonly isFirst: boolean;
}

/**
 * Brings account and documents in line, and has the token name the right role; `undefined` if the session was ended
 * meanwhile.
 */
export async function reconcile(
  session: Session,
  names: Names | undefined,
  ports: Ports,
): Promise<Reconciled | undefined> {
  const { uid, idToken, authTime } = session;
  try {
    const looking = ports.signIn.lookUp(idToken);
    const [read, record] = await Promise.all([looking, ports.records.read(uid)]);
    const current = await inSync(uid, { record, account: read, names }, ports);
    const { user, account } = current;
    const { state } = current.record;
    if (user.disabled || account.disabled) throw new AuthError("user-disabled");
    const revoked = revokedThrough(state, authTime);
    return {
      session: authTime > revoked ? await withRole(session, user, ports) : session,
      user,
      revokedThrough: revoked,
      validAfter: state?.validAfter ?? 0,
      isFirst: state?.awaitsSignIn ?? false,
    };
  } catch (error) {
    if (isAuthError(error) && error.code === "session-revoked") return undefined;
    throw error;
  }
}
