import { setTimeout as wait } from "node:timers/promises";
import { isDeepStrictEqual as equal } from "node:util";
import type { AuthErrorCode } from "../../src/errors";
import type { OperationName, Outcome, Transport, World } from "./transport";

/** What the rows of the contract ask with. */
export interface Asking {
  call(operation: OperationName, data: unknown, token?: string): Promise<Outcome>;
  /** Makes a call that must succeed. */
  reply<Reply>(operation: OperationName, data: unknown, token?: string): Promise<Reply>;
  /** Makes a call that must be refused. */
  refusal(
    operation: OperationName,
    data: unknown,
    token?: string,
  ): Promise<AuthErrorCode | Outcome>;
  /** Asks until every instance must know: one that is asked may learn it only from its next query. */
  expectSoon(ask: () => Promise<Outcome>, expected: Outcome): Promise<void>;
  world: World;
}

/** @param started - what runs by the time that a test asks. */
export function asking(started: () => { transport: Transport; world: World }): Asking {
  const call: Asking["call"] = (...request) => started().transport.call(...request);

  return {
    call,

    async reply<Reply>(operation: OperationName, data: unknown, token?: string) {
      const outcome = await call(operation, data, token);
      if (!("reply" in outcome)) throw new Error(`${operation}: ${outcome.refusal}`);
      return outcome.reply as Reply;
    },

    async refusal(...request) {
      const outcome = await call(...request);
      return "refusal" in outcome ? outcome.refusal : outcome;
    },

    async expectSoon(ask, expected) {
      const deadline = performance.now() + started().transport.patience;
      let outcome = await ask();
      while (!equal(outcome, expected) && performance.now() < deadline) {
        await wait(100);
        outcome = await ask();
      }
      expect(outcome).toEqual(expected);
    },

    world: {
      newEmail: () => started().world.newEmail(),
      nextSecond: () => started().world.nextSecond(),
      newUser: (options) => started().world.newUser(options),
      disable: (userId) => started().world.disable(userId),
      get password() {
        return started().world.password;
      },
    },
  };
}
