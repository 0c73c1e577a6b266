import type { AuthKeys } from "../auth-keys";
import type { Settings } from "../config";
import { isAuthError } from "../errors";
import type { ClientNetwork } from "../network/client-network";
import { readDeviceToken } from "./device-token";
import type { Limit } from "./limit";
import type { Limiter, LimitKey } from "./limiter";

/** Who tries a password. */
export interface Guesser {
  /** The address, in lower case, whether somebody has it or not. */
  readonly email: string;
  readonly network: ClientNetwork;
  /** The device token of an earlier sign-in; one that is not genuine is ignored. */
  readonly deviceToken?: string | undefined;
}

/**
 * How often one may try what. Every method throws `too-many-attempts` (with `details.retryAfterSeconds`), and
 * `unavailable` where Firestore can't be reached: a try that can't be counted is not answered.
 */
export interface Limits {
  /**
   * A sign-in with a password. Wrong ones count for the address and the network, or for the device alone, so
   * that no stranger locks the owner out of a device they use.
   */
  signIn<Result>(who: Guesser, make: () => Promise<Result>): Promise<Result>;

  /** A check of one's own password in a session. Counts for the address, whatever device it is, and the network. */
  ownPassword<Result>(
    who: Omit<Guesser, "deviceToken">,
    make: () => Promise<Result>,
  ): Promise<Result>;

  /** Something secret that Firebase judges or a mail brought: a code, an invitation, a provider's token. Failures count for the network. */
  secret<Result>(network: ClientNetwork, make: () => Promise<Result>): Promise<Result>;

  /**
   * Counts something forged that was recognized without asking Firebase, such as a refresh token. Genuine ones are
   * not counted.
   */
  rubbish(network: ClientNetwork): Promise<unknown>;

  /** Counts a new account. */
  registration(network: ClientNetwork): Promise<unknown>;

  /** Counts a mail that is asked for, and says how many the network has asked for in this hour; 0 where that is not limited. */
  mail(network: ClientNetwork): Promise<number>;

  /** Lets an address try again, at the latest after 30 s. */
  unlock(email: string): Promise<void>;
}

/** How much more an edge may do, since it stands for many clients. */
const generosity = 20;

const minute = 60_000;
const quarter = 15 * minute;
const hour = 60 * minute;

/** Tries under way at once in an instance: of one address, and of one network. */
const inFlight = { account: 5, network: 25 };

export function limitsOf(
  limiter: Limiter,
  settings: Settings,
  keys: AuthKeys,
  now: () => number = Date.now,
): Limits {
  const guesses = {
    most: settings.signInFailuresPerAccount,
    windowMilliseconds: quarter,
    beyond: "pauses",
    inFlight: inFlight.account,
  } as const;
  const account: Limit = { ...guesses, name: "sign-in-account" };
  const device: Limit = { ...guesses, name: "sign-in-device" };
  const perNetwork = (name: string, most: number, windowMilliseconds: number): Limit => ({
    ...{ name, most, windowMilliseconds },
    beyond: "window",
    inFlight: inFlight.network,
  });
  const failures = perNetwork("sign-in-network", settings.signInFailuresPerIp, quarter);
  const registrations = perNetwork("registrations", settings.registrationsPerIp, hour);
  const mails = perNetwork("mails", settings.mailsPerIpPerHour, hour);

  const by = (limit: Limit, { key, shared }: ClientNetwork): LimitKey[] =>
    key === undefined
      ? []
      : [{ limit: shared ? { ...limit, most: limit.most * generosity } : limit, subject: key }];

  const use = async (limit: Limit, network: ClientNetwork) => {
    const [key] = by(limit, network);
    return key ? limiter.use(key) : 0;
  };

  function guesserKeys({ email, network, deviceToken }: Guesser): LimitKey[] {
    const known =
      deviceToken === undefined ? undefined : readDeviceToken(keys, deviceToken, email, now());
    return known === undefined
      ? [{ limit: account, subject: email }, ...by(failures, network)]
      : [{ limit: device, subject: `${known}\n${email}` }];
  }

  return {
    signIn: (who, make) => limiter.attempt(guesserKeys(who), make, isGuess),
    ownPassword: ({ email, network }, make) =>
      limiter.attempt(guesserKeys({ email, network }), make, isGuess),
    secret: (network, make) => limiter.attempt(by(failures, network), make, isWrong),
    rubbish: (network) => use(failures, network),
    registration: (network) => use(registrations, network),
    mail: async (network) =>
      Math.ceil((await use(mails, network)) / (network.shared ? generosity : 1)),
    unlock: (email) => limiter.forget({ limit: account, subject: email }),
  };
}

const wrong: ReadonlySet<string> = new Set(["invalid-credentials", "action-code-invalid"]);

const isWrong = (error: unknown) => isAuthError(error) && wrong.has(error.code);

/** A password that the project's policy refuses at a sign-in may have been right or not: Firebase does not say. */
const isGuess = (error: unknown) =>
  isWrong(error) || (isAuthError(error) && error.code === "weak-password");
