import { watched } from "../../testing/watched";
import { isAuthError } from "../../src/errors";
import { generateToken } from "../../src/operations/sign-in/generate-token";
import type { Ports } from "../../src/ports";
import { clientWith } from "../../testing/client";
import { times } from "../../testing/limits/from";
import { limiter } from "../../src/limits/limiter";
import { limitsOf } from "../../src/limits/limits";
import { memoryBackend } from "../../testing/memory/backend";
import { memoryLimits } from "../../testing/memory/limits";

const backend = memoryBackend();

/** What is called outside for each of many wrong guesses at an address, and what is answered. */
async function guesses(email: string): Promise<{ calls: string[]; answer: string }[]> {
  const calls: string[] = [];
  const watch = <Port extends object>(name: string, port: Port) => watched(name, port, calls);
  const { ports } = backend;
  const { keys, settings } = ports;
  const store = watch("limits", memoryLimits());
  const seen: Ports = {
    ...ports,
    limits: limitsOf(limiter({ store, keys }), settings, keys),
    signIn: watch("signIn", ports.signIn),
    accounts: watch("accounts", ports.accounts),
    records: watch("records", ports.records),
    sessions: watch("sessions", ports.sessions),
    users: watch("users", ports.users),
    activity: watch("activity", ports.activity),
    outbox: watch("outbox", ports.outbox),
  };
  return times(14, async (n) => {
    calls.splice(0);
    const client = clientWith(undefined, { "x-forwarded-for": `203.0.113.${n}` });
    try {
      await generateToken.perform({ email, password: "not the password" }, client, seen);
      throw new Error("let in");
    } catch (error) {
      if (!isAuthError(error)) throw error;
      const { retryAfterSeconds } = error.details;
      const answer = `${error.code} ${error.message} ${String(retryAfterSeconds !== undefined)}`;
      return { calls: [...calls], answer };
    }
  });
}

test("an address that nobody has costs the same calls as one that somebody has, before the limit, at it and beyond", async () => {
  const { email } = await backend.newUser();
  const [known, unknown] = [await guesses(email!), await guesses("nobody@example.com")];
  expect(unknown).toEqual(known);
  const [first, last] = [known[0]!, known.at(-1)!];
  expect(first.calls).toEqual(
    expect.arrayContaining(["signIn.withPassword", "accounts.findByEmail", "activity.add"]),
  );
  expect(last).toMatchObject({ answer: expect.stringMatching(/^too-many-attempts/), calls: [] });
});
