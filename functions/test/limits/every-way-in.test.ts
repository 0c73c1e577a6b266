import type { Settings } from "../../src/config";
import { isAuthError } from "../../src/errors";
import type { Operation } from "../../src/operation/operation";
import * as operations from "../../src/operations";
import { clientWith } from "../../testing/client";
import { times } from "../../testing/limits/from";
import { memoryBackend, type MemoryBackend } from "../../testing/memory/backend";
import { password } from "../../testing/parameters";

const most = 3;
const off = {
  signInFailuresPerAccount: 0,
  signInFailuresPerIp: 0,
  registrationsPerIp: 0,
  mailsPerIpPerHour: 0,
};

/** One way to come up against a limit. */
interface Way {
  readonly limit: keyof typeof off;
  readonly operation: keyof typeof operations;
  /** What is sent, each time. */
  readonly request: (email: string, n: number) => object;
  /** What is answered while it is within the limit. */
  readonly within: string;
  /** Whether somebody who is signed in asks. */
  readonly signedIn?: true;
  /** Whether each comes from another network. */
  readonly everywhere?: true;
}

const wrong = "not the password";
const names = { firstName: "Ada", lastName: "Lovelace" };
const invitation = "invitation.bm9ib2R5.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";
const google = (email: string) => JSON.stringify({ sub: email, email, email_verified: true });
const elsewhere = (email: string, n: number) => `${n}-${email}`;

const account = { limit: "signInFailuresPerAccount", within: "invalid-credentials" } as const;
const inSession = { ...account, signedIn: true, everywhere: true } as const;
const network = { limit: "signInFailuresPerIp" } as const;
const code = { ...network, within: "action-code-invalid" } as const;
const made = { limit: "registrationsPerIp", within: "done" } as const;

const ways: Way[] = [
  {
    ...{ ...account, operation: "generateToken", everywhere: true },
    request: (email) => ({ email, password: wrong }),
  },
  {
    ...{ ...account, operation: "generateToken", everywhere: true },
    request: () => ({ email: "nobody@example.com", password: wrong }),
  },
  {
    ...{ ...inSession, operation: "changePassword" },
    request: () => ({ currentPassword: wrong, newPassword: "another horse battery" }),
  },
  {
    ...{ ...inSession, operation: "changeEmail" },
    request: () => ({ currentPassword: wrong, newEmail: "new@example.com" }),
  },
  { ...{ ...inSession, operation: "deleteMe" }, request: () => ({ currentPassword: wrong }) },
  {
    ...{ ...network, operation: "generateToken", within: "invalid-credentials" },
    request: (email, n) => ({ email: elsewhere(email, n), password: wrong }),
  },
  {
    ...{ ...network, operation: "generateTokenForOAuth", within: "invalid-credentials" },
    request: () => ({ idToken: "made up" }),
  },
  {
    ...{ ...network, operation: "renewToken", within: "refresh-token-invalid" },
    request: () => ({ refreshToken: "made up" }),
  },
  { ...{ ...code, operation: "checkActionCode" }, request: () => ({ oobCode: "made-up" }) },
  { ...{ ...code, operation: "applyActionCode" }, request: () => ({ oobCode: "made-up" }) },
  { ...{ ...code, operation: "checkActionCode" }, request: () => ({ oobCode: invitation }) },
  {
    ...{ ...code, operation: "applyActionCode" },
    request: () => ({ oobCode: invitation, newPassword: "another horse battery" }),
  },
  {
    ...{ ...made, operation: "register" },
    request: (email, n) => ({ ...names, password, email: elsewhere(email, n) }),
  },
  {
    ...{ ...made, operation: "generateTokenForOAuth" },
    request: (email, n) => ({ idToken: google(elsewhere(email, n)) }),
  },
];

async function answers(way: Way, value: number): Promise<string[]> {
  const backend = memoryBackend({ ...off, [way.limit]: value } satisfies Partial<Settings>);
  const { email, accessToken } = await backend.newUser();
  const token = way.signedIn ? accessToken : undefined;
  return times(most + 2, async (n) => {
    const client = clientWith(token, { "x-forwarded-for": `203.0.113.${way.everywhere ? n : 7}` });
    const operation: Operation = operations[way.operation];
    try {
      await operation.perform(way.request(email!, n), client, backend.ports);
      return "done";
    } catch (error) {
      return isAuthError(error) ? error.code : String(error);
    }
  });
}

const repeated = (what: string, count: number) => Array.from({ length: count }, () => what);

test.each(ways.map((way) => [way.operation, way.limit, way] as const))(
  "%s is held to %s, and to nothing where that is 0 (%#)",
  async (_operation, _limit, way) => {
    const { within } = way;
    expect(await answers(way, most)).toEqual([
      ...repeated(within, most),
      ...repeated("too-many-attempts", 2),
    ]);
    expect(await answers(way, 0)).toEqual(repeated(within, most + 2));
  },
);

const mailed: [keyof typeof operations, (backend: MemoryBackend, n: number) => object][] = [
  ["resetPassword", (_backend, n) => ({ email: `${n}@example.com` })],
  ["sendEmailVerificationLink", (_backend, n) => ({ email: `${n}@example.com` })],
  ["changeEmail", (_backend, n) => ({ newEmail: `${n}@example.com` })],
];

test.each(mailed)(
  "%s is held to mailsPerIpPerHour, which nobody is told, and to nothing where that is 0",
  async (name, request) => {
    for (const [value, count] of [
      [most, most],
      [0, most + 2],
    ] as const) {
      const backend = memoryBackend({ ...off, mailsPerIpPerHour: value });
      const { accessToken } = await backend.newUser();
      backend.mails.length = 0;
      const client = clientWith(accessToken, { "x-forwarded-for": "203.0.113.7" });
      await times(most + 2, async (n) => {
        const operation: Operation = operations[name];
        expect(await operation.perform(request(backend, n), client, backend.ports)).toBeNull();
      });
      const asked = backend.mails.filter(({ kind }) => kind !== "email-change-requested");
      expect(asked).toHaveLength(count);
    }
  },
);
