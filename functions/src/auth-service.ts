import type { z } from "zod";
import type { Operation } from "./operation/operation";
import * as operations from "./operations";
import type { Ports } from "./ports";

type Operations = typeof operations;

export type OperationName = keyof Operations;

/** What an operation is asked with. */
export type RequestOf<Name extends OperationName> = z.input<Operations[Name]["accepts"]>;

/** What an operation replies. */
export type ReplyOf<Name extends OperationName> = z.output<Operations[Name]["replies"]>;

/** A request that may be empty may be left out. */
type Method<Request, Reply> = object extends Request
  ? (request?: Request) => Promise<Reply>
  : (request: Request) => Promise<Reply>;

/**
 * The operations, for code on the server: parsed like any client's, but not guarded, for code that runs
 * here has the project's authority already. Each throws an `AuthError` of one of its codes.
 */
export type AuthService = {
  // `keyof` in place, or an editor does not show the operations' docstrings here.
  readonly [Name in keyof Operations]: Method<RequestOf<Name>, ReplyOf<Name>>;
};

// eslint-disable-next-line @typescript-eslint/no-extraneous-class -- its methods are those of the list
export const AuthService = class {
  constructor(ports: () => Ports | Promise<Ports>) {
    for (const [name, { perform }] of Object.entries<Operation>(operations)) {
      Object.assign(this, {
        [name]: async (request = {}) => perform(request, "server", await ports()),
      });
    }
  }
} as new (ports: () => Ports | Promise<Ports>) => AuthService;
