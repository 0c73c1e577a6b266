import { AuthError } from "../errors";
import { isOwnCall } from "../identity/own-calls";
import type { Ports } from "../ports";

/** A sign-up or sign-in that Firebase Auth is about to carry out, as it tells blocking functions. */
export interface Blocked {
  /** In lower case; `undefined` for accounts without one. */
  email: string | undefined;
  /** Whether it is a sign-in with a password, which was right. */
  byPassword: boolean;
  /** The client's address, as Firebase saw it. */
  ipAddress: string;
  userAgent: string;
}

type BlockingPorts = Pick<Ports, "keys" | "limits" | "networkOf" | "settings">;

/**
 * Decides whether an account may be made. One that this back end makes was decided before.
 *
 * @throws {AuthError} `sign-up-closed`, `too-many-attempts`, `unavailable`.
 */
export async function checkSignUp(who: Blocked, ports: BlockingPorts): Promise<void> {
  if (isOwn(who, ports)) return;
  if (ports.settings.signUp === "closed") throw new AuthError("sign-up-closed");
  await ports.limits.registration(ports.networkOf(who.ipAddress));
}

/**
 * Refuses a sign-in with Firebase's own SDK while its address or network is over a limit: whoever this back end refuses
 * must not get in there. Wrong passwords can't be counted, because blocking functions are not told of them.
 *
 * @throws {AuthError} `too-many-attempts`, `unavailable`.
 */
export async function checkSignIn(who: Blocked, ports: BlockingPorts): Promise<void> {
  if (isOwn(who, ports)) return;
  const network = ports.networkOf(who.ipAddress);
  const { email, byPassword } = who;
  if (byPassword && email !== undefined) await ports.limits.signIn({ email, network }, nothing);
  else await ports.limits.secret(network, nothing);
}

const nothing = () => Promise.resolve();

const isOwn = ({ userAgent }: Blocked, { keys }: BlockingPorts) =>
  isOwnCall(keys, userAgent, Date.now());
