import { isRefusal } from "../errors";
import type { Guard } from "./guards";

type AnyGuard = Guard<never>;

/** The request type that fits all of the given guards. */
type RequestFor<Guards> = (
  Guards extends Guard<infer Request> ? (request: Request) => void : never
) extends (request: infer Request) => void
  ? Request
  : never;

/** The callers that any of the given guards lets in. */
type LetInBy<Guards> = Guards extends Guard<never, infer Who> ? Who : never;

/**
 * Lets in callers whom every guard lets in, with the type that the last one gives them. The first refusal is the
 * answer.
 */
export function allOf<Guards extends readonly AnyGuard[], Last extends AnyGuard>(
  ...guards: readonly [...Guards, Last]
): Guard<RequestFor<Guards[number] | Last>, LetInBy<Last>>;
export function allOf(...guards: readonly Guard[]): Guard {
  return {
    needs: guards.some(({ needs }) => needs === "user") ? "user" : "nobody",
    refuses: refusalsOf(guards),
    async check(ask) {
      let caller = ask.caller;
      for (const guard of guards) caller = await guard.check(ask);
      return caller;
    },
  };
}

/**
 * Lets in callers whom at least one guard lets in. Only a refusal of the caller moves on to the next guard: an
 * outage or a malformed request ends the search. The last refusal is the answer.
 */
export function anyOf<Guards extends readonly [AnyGuard, ...AnyGuard[]]>(
  ...guards: Guards
): Guard<RequestFor<Guards[number]>, LetInBy<Guards[number]>>;
export function anyOf(...guards: readonly Guard[]): Guard {
  return {
    needs: guards.some(({ needs }) => needs === "nobody") ? "nobody" : "user",
    refuses: refusalsOf(guards),
    async check(ask) {
      let refusal: unknown;
      for (const guard of guards) {
        try {
          return await guard.check(ask);
        } catch (error) {
          if (!isRefusal(error) || error.code === "invalid-request") throw error;
          refusal = error;
        }
      }
      throw refusal;
    },
  };
}

const refusalsOf = (guards: readonly Pick<Guard, "refuses">[]) => [
  ...new Set(guards.flatMap(({ refuses }) => refuses)),
];
