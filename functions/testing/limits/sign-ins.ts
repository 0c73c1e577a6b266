import { authKeys } from "../../src/auth-keys";
import { readSettings, type Settings } from "../../src/config";
import type { AuthError } from "../../src/errors";
import type { LimitStore } from "../../src/limits/limit-store";
import { limiter } from "../../src/limits/limiter";
import { type Limits, limitsOf } from "../../src/limits/limits";
import { memoryLimits } from "../memory/limits";
import { parameters } from "../parameters";

const settings = readSettings(parameters);
export const keys = authKeys([Buffer.alloc(32, 1)]);
export const email = "ada@example.com";
export const network = { key: "203.0.113.7", place: "203.0.113.0/24" };

/** The limits of one instance, with the default parameters but for those that are given. */
export function begin(changed: Partial<Settings> = {}, store: LimitStore = memoryLimits()): Limits {
  return limitsOf(limiter({ store, keys }), { ...settings, ...changed }, keys);
}

/** A sign-in with the right password. */
export const right = (): Promise<string> => Promise.resolve("in");

/** What a try ends with: its value, or the code of its refusal. */
export const outcome = (trying: Promise<unknown>): Promise<unknown> =>
  trying.catch((error: unknown) => (error as AuthError).code);
