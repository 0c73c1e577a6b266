import { randomBytes } from "node:crypto";
import { authKeys } from "../../src/auth-keys";
import type { AuthError } from "../../src/errors";
import type { Limit } from "../../src/limits/limit";
import { type Limiter, limiter, type LimitKey } from "../../src/limits/limiter";
import { memoryLimits } from "../memory/limits";

export const second = 1_000;
export const minute = 60 * second;
export const perAccount: Limit = {
  name: "sign-in-account",
  most: 10,
  windowMilliseconds: 15 * minute,
  beyond: "pauses",
  inFlight: 5,
};
export const perHour: Limit = {
  name: "registrations",
  most: 3,
  windowMilliseconds: 60 * minute,
  beyond: "window",
  inFlight: 25,
};
export const account = (subject: string): LimitKey => ({ limit: perAccount, subject });

/** What a try fails with that counts. */
class Wrong extends Error {}
export const isWrong = (error: unknown): boolean => error instanceof Wrong;
export const wrong = (): Promise<never> => Promise.reject(new Wrong());
export const right = (): Promise<string> => Promise.resolve("in");

/** Two instances over one store, with one clock set by hand. */
export function begin(): {
  store: ReturnType<typeof memoryLimits>;
  /** The names of limits that were reached. */
  reached: string[];
  one: Limiter;
  another: Limiter;
  pass(milliseconds: number): void;
} {
  const store = memoryLimits();
  const keys = authKeys([randomBytes(32)]);
  const reached: string[] = [];
  let now = Date.UTC(2026, 0, 1);
  const instance = () =>
    limiter({ store, keys, now: () => now, reached: (limit) => reached.push(limit) });
  return {
    store,
    reached,
    one: instance(),
    another: instance(),
    pass: (milliseconds) => {
      now += milliseconds;
    },
  };
}

/** What a try ends with: its value, "wrong", or the seconds to wait. */
export async function outcome(trying: Promise<unknown>): Promise<unknown> {
  try {
    return await trying;
  } catch (error) {
    if (error instanceof Wrong) return "wrong";
    return (error as AuthError).details.retryAfterSeconds;
  }
}
