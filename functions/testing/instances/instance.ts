/**
 * Run as a process: an instance of the functions, which does what its parent asks over IPC. It holds the
 * ports that a deployed one has, but for what `InstanceOptions` name.
 */
import { setImmediate as turn } from "node:timers/promises";
import { initializeApp } from "firebase-admin/app";
import { getFirestore } from "firebase-admin/firestore";
import { access } from "../../src/access/access";
import { documentRoles } from "../../src/access/document-roles";
import { requireRole, requireSignIn } from "../../src/access/guards";
import { changeAccount } from "../../src/accounts/change-account";
import type { AccountStates } from "../../src/access/live/account-state";
import { firestoreAccountStates } from "../../src/access/live/firestore-account-states";
import { now } from "../../src/access/live/instant";
import { liveState } from "../../src/access/live/live-state";
import { emulatorTokenVerifier } from "../../src/access/tokens/emulator-token-verifier";
import { firebaseTokenVerifier } from "../../src/access/tokens/firebase-token-verifier";
import { googleSigningKeys } from "../../src/access/tokens/signing-keys";
import { generateToken } from "../../src/operations/sign-in/generate-token";
import { renewToken } from "../../src/operations/sign-in/renew-token";
import { endSession } from "../../src/operations/sessions/end-session";
import type { Token } from "../../src/operation/replies";
import type { Ports } from "../../src/ports";
import { revokeTokens } from "../../src/operations/sign-in/revoke-tokens";
import { sweep } from "../../src/accounts/sweep";
import { buildPorts } from "../../src/composition";
import type { Settings } from "../../src/config";
import { clientWith } from "../client";
import { later } from "../sessions/later";
import { answerParent } from "./processes";
import { databaseOf } from "../../src/database";

export interface InstanceOptions {
  settings: Settings;
  /** Milliseconds by which the clock of this process is ahead. */
  clockAhead?: number;
  /** Milliseconds after which sessions are renewed: later than it is. */
  renewsLater?: number;
  /** Milliseconds by which queries overlap, if not as deployed. */
  overlap?: number;
  /** Where the keys are that tokens must be signed with. Default: unsigned tokens of the Auth emulator. */
  keysUrl?: string;
  /** Stops for good where Firebase Auth's part of a change is due, and says `stopped`. */
  stopsBeforeAuth?: boolean;
}

/** What can be asked of an instance. */
export interface InstanceCommands {
  /** `true`, or the code of the refusal. */
  authorize(question: { token: string; role?: string }): Promise<true | string>;
  signIn(request: { email: string; password: string }): Promise<{ accessToken: string }>;
  renew(request: { refreshToken: string }): Promise<Token>;
  endSession(request: { sessionId: string; token: string }): Promise<null>;
  /** Asked by the bearer of a token, or by code on the server. */
  revoke(request: { userId: string; token?: string }): Promise<null>;
  changeRole(request: { userId: string; role: string }): Promise<void>;
  sweep(request: { graceMilliseconds: number }): Promise<void>;
  /** Lets whatever is being read come to its end, and makes the live state older than it is. */
  age(request: { milliseconds: number }): Promise<void>;
}

const options = JSON.parse(process.env.INSTANCE!) as InstanceOptions;

const { now: trueNow } = Date;
Date.now = () => trueNow() + (options.clockAhead ?? 0);

let aged = 0;

const clock = () => {
  const { steady, wall } = now();
  return { steady: steady + aged, wall: wall + aged };
};

const underWay = new Set<Promise<unknown>>();

/** The states, with a record of what is being read. */
function watched(states: AccountStates): AccountStates {
  const watch = <T>(reading: Promise<T>): Promise<T> => {
    underWay.add(reading);
    const end = () => underWay.delete(reading);
    reading.then(end, end);
    return reading;
  };
  return {
    ...states,
    tallySince: (since) => watch(states.tallySince(since)),
    changedSince: (since, limits) => watch(states.changedSince(since, limits)),
    pending: () => watch(states.pending()),
  };
}

function instancePorts({ settings, overlap, keysUrl, stopsBeforeAuth }: InstanceOptions): Ports {
  const app = initializeApp();
  const projectId = process.env.GCLOUD_PROJECT!;
  const states = watched(firestoreAccountStates(databaseOf(getFirestore(app))));
  const live = liveState(states, {
    maxAgeSeconds: settings.liveStateMaxAgeSeconds,
    clock,
    ...(overlap !== undefined && { overlap }),
  });
  const verifier =
    keysUrl === undefined
      ? emulatorTokenVerifier({ projectId })
      : firebaseTokenVerifier({ projectId, keys: googleSigningKeys({ url: keysUrl }) });
  const ports = buildPorts(app, settings);
  return {
    ...ports,
    states,
    live,
    access: access({
      verifier,
      live,
      requireVerifiedEmail: settings.requireVerifiedEmail,
      roles: documentRoles(ports.users, settings),
    }),
    accounts: stopsBeforeAuth ? { ...ports.accounts, update: stop } : ports.accounts,
  };
}

function stop(): Promise<never> {
  process.send!("stopped");
  return new Promise(() => undefined);
}

const ports = instancePorts(options);
const renewalPorts = later(ports);
renewalPorts.pass(options.renewsLater ?? 0);

const commands: InstanceCommands = {
  async authorize({ token, role }) {
    const guard = role === undefined ? requireSignIn() : requireRole(role);
    const decision = await ports.access.authorize(token, guard);
    return decision.allowed || decision.refusal.code;
  },
  signIn: (request) => generateToken.perform(request, clientWith(undefined), ports),
  renew: (request) => renewToken.perform(request, clientWith(undefined), renewalPorts),
  endSession: ({ sessionId, token }) => endSession.perform({ sessionId }, clientWith(token), ports),
  revoke: ({ userId, token }) =>
    revokeTokens.perform({ userId }, token === undefined ? "server" : clientWith(token), ports),
  changeRole: ({ userId, role }) => changeAccount(userId, { role }, "server", ports),
  sweep: (request) => sweep(ports, request),
  async age({ milliseconds }) {
    while (underWay.size > 0) await Promise.allSettled(underWay).then(() => turn());
    aged += milliseconds;
  },
};

answerParent(commands);
