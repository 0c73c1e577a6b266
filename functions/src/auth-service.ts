import type { z } from "zod";
import type { Operation } from "./operation/operation";
import * as operations from "./operations";
import type { Ports } from "./ports";

type Operations = typeof operations;

export type OperationName = keyof Operations;

/** The request of an operation. */
export type RequestOf<Name extends OperationName> = z.input<Operations[Name]["accepts"]>;

/** The reply of an operation. */
export type ReplyOf<Name extends OperationName> = z.output<Operations[Name]["replies"]>;

/** A request without required fields may be left out. */
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

/** Makes the methods. The ports are asked for at each call. */
export function authService(ports: () => Ports | Promise<Ports>): AuthService {
  const methods = Object.entries<Operation>(operations).map(([name, { perform }]) => [
    name,
    async (request = {}) => perform(request, "server", await ports()),
  ]);
  return Object.fromEntries(methods) as AuthService;
}
