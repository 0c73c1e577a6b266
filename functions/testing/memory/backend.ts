import { randomBytes, randomUUID } from "node:crypto";
import { access } from "../../src/access/access";
import { documentRoles } from "../../src/access/document-roles";
import { liveState } from "../../src/access/live/live-state";
import { emulatorTokenVerifier } from "../../src/access/tokens/emulator-token-verifier";
import { changeAccount } from "../../src/accounts/change-account";
import { authKeys } from "../../src/auth-keys";
import { type AuthService, authService } from "../../src/auth-service";
import { readSettings, type Settings } from "../../src/config";
import { emulatorCustomTokens } from "../../src/identity/firebase-custom-tokens";
import { limiter } from "../../src/limits/limiter";
import { limitsOf } from "../../src/limits/limits";
import type { RequestedMail } from "../../src/mail/outbox/outbox";
import { clientNetwork } from "../../src/network/client-network";
import type { AuthDTO } from "../../src/operation/replies";
import { passwordRules } from "../../src/passwords/password-rules";
import type { Ports } from "../../src/ports";
import { readiness } from "../../src/readiness";
import { parameters, password, projectId } from "../parameters";
import { MemoryActivity } from "./activity";
import { memoryAccountRecords } from "./account-records";
import { memoryAccountStates } from "./account-states";
import { memoryAccounts } from "./auth/accounts";
import { MemoryCodes } from "./auth/codes";
import { MemoryAuth } from "./auth/memory-auth";
import { memorySignIn } from "./auth/sign-in";
import { memoryInvitations } from "./invitations";
import { memoryLimits } from "./limits";
import { memoryOutbox } from "./mail/outbox";
import { memoryOutboxAdmin } from "./mail/outbox-admin";
import { MemoryRecords } from "./records";
import { memorySessions } from "./sessions";
import { memorySystem } from "./system";
import { memoryUsers } from "./users";

/** Everything between an operation and its ports, with no server behind them. */
export interface MemoryBackend {
  ports: Ports;
  service: AuthService;
  auth: MemoryAuth;
  codes: MemoryCodes;
  /** The mails that were asked for, oldest first. */
  mails: RequestedMail[];
  /** An address that nobody has. */
  newEmail(): string;
  /** Sets the clock of everything to the next second, at once. */
  nextSecond(): Promise<void>;
  /** Registers somebody, by default with a verified address, and signs in. */
  newUser(options?: { role?: string; verified?: boolean; email?: string }): Promise<AuthDTO>;
}

/**
 * Ports in memory. Firebase Auth, Firestore and the task queue are stood in for; access, limits, rules for
 * passwords and keys are the real ones. The emulators stay the judge: this is for an answer while one works.
 */
export function memoryBackend(changed: Partial<Settings> = {}): MemoryBackend {
  let ahead = 0;
  const now = () => Date.now() + ahead;
  const nextSecond = () => {
    ahead += 1000 - (now() % 1000);
    return Promise.resolve();
  };
  const settings = { ...readSettings(parameters), ...changed };
  const keys = authKeys([randomBytes(32)]);
  const records = new MemoryRecords(now);
  const auth = new MemoryAuth(projectId, () => Math.floor(now() / 1000));
  const codes = new MemoryCodes(auth);
  const activity = new MemoryActivity(now);
  const mails: RequestedMail[] = [];
  const outbox = memoryOutbox(mails, now);
  const invitations = memoryInvitations(keys, now);
  const sessions = memorySessions(activity);
  const states = memoryAccountStates(records, now);
  const users = memoryUsers(records);
  // Every check reads, so that no test waits for an age to pass.
  const live = liveState(states, { maxAgeSeconds: 0 });
  const nothing = () => Promise.resolve();

  const ports: Ports = {
    access: access({
      ...settings,
      now,
      verifier: emulatorTokenVerifier({ projectId, now }),
      live,
      roles: documentRoles(users, settings),
    }),
    signIn: memorySignIn(auth),
    accounts: memoryAccounts(auth, codes),
    customTokens: emulatorCustomTokens(now),
    actionCodes: codes,
    users,
    records: memoryAccountRecords(records, { activity, invitations, sessions, mails }, now),
    activity,
    sessions,
    states,
    live,
    clock: {
      now: () => ({ steady: now(), wall: now() }),
      pass(second) {
        ahead += Math.max(0, (second + 1) * 1000 - now());
        return Promise.resolve();
      },
    },
    newMarkId: () => randomUUID(),
    outbox,
    mails: memoryOutboxAdmin(),
    invitations,
    issuedCodes: { find: (code) => Promise.resolve(codes.issuedAt(code)) },
    appCheck: { check: nothing },
    limits: limitsOf(limiter({ store: memoryLimits(), keys, now }), settings, keys, now),
    passwords: passwordRules({
      minLength: settings.passwordMinLength,
      refuseCommon: settings.commonPasswords === "refuse",
      appName: settings.appName,
      breached: undefined,
    }),
    networkOf: clientNetwork({ trustedProxies: [], local: true }),
    keys,
    readiness: readiness({ firestore: nothing, auth: nothing, queue: nothing }),
    system: memorySystem(),
    settings,
  };
  const service = authService(() => ports);
  const newEmail = () => `${randomUUID()}@example.com`;

  return {
    ports,
    service,
    auth,
    codes,
    mails,
    newEmail,
    nextSecond,
    async newUser({ role, verified = true, email = newEmail() } = {}) {
      const names = { firstName: "Ada", lastName: "Lovelace" };
      const { id } = await service.register({ email, password, ...names });
      if (verified) auth.set(id, { emailVerified: true });
      if (role !== undefined) await changeAccount(id, { role }, "server", ports);
      return service.generateToken({ email, password });
    },
  };
}
