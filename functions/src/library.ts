// What a team's own functions import.
import { AuthService as Service } from "./auth-service";
import { ports } from "./composition";

/** The operations as methods, for code on the server. Built on first use. */
export class AuthService extends Service {
  constructor() {
    super(ports);
  }
}

export type { AnonymousCaller, Caller, ClientCaller, SignedInCaller } from "./access/caller";
export {
  allOf,
  anyOf,
  anyone,
  type Ask,
  type FreshOptions,
  type Guard,
  type GuardOptions,
  requireEmail,
  requireFresh,
  requireRole,
  requireSecondFactor,
  requireSignIn,
  requireUserId,
} from "./access/guards";
export type { OperationName, ReplyOf, RequestOf } from "./auth-service";
export { callable } from "./endpoints/callables/callable";
export { callableDoor } from "./endpoints/callables/door";
export { guardCall } from "./endpoints/callables/guard-call";
export type { GuardedOptions } from "./endpoints/admit";
export { guardRequest } from "./endpoints/guard-request";
export { AuthError, type AuthErrorCode, isAuthError } from "./errors";
export type { Context } from "./operation/context";
export { type Definition, type Operation, operation } from "./operation/operation";
export type { ActionCodeDTO, AuthDTO, Token, UserDTO } from "./operation/replies";
