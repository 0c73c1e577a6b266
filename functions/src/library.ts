// What a team's own functions import.
import type * as services from "./auth-service";
import { portsOnDemand } from "./composition/on-demand";

export type AuthService = services.AuthService;
/** The operations as methods, for code on the server. What they need is loaded with the first one that is made. */
export const AuthService = function () {
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- at once, and not for those who import a guard
  const { authService } = require("./auth-service") as typeof services;
  return authService(portsOnDemand);
} as unknown as new () => AuthService;

export type { AnonymousCaller, Caller, ClientCaller, SignedInCaller } from "./access/caller";
export { allOf, anyOf } from "./access/combined-guards";
export {
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
export {
  beforeRegistration,
  type Registration,
  type RegistrationCheck,
} from "./accounts/before-registration";
export type { OperationName, ReplyOf, RequestOf } from "./auth-service";
export { callable } from "./endpoints/callables/callable";
export { callableDoor } from "./endpoints/callables/door";
export { guardCall } from "./endpoints/callables/guard-call";
export type { GuardedOptions } from "./endpoints/authorize-request";
export { guardRequest } from "./endpoints/guard-request";
export { AuthError, type AuthErrorCode, isAuthError } from "./errors";
export type { Context } from "./operation/context";
export {
  liveAuthorization,
  type LiveAuthorization,
  type LiveAuthorizationOptions,
} from "./live-authorization";
export {
  customizeMails,
  type MailCustomization,
  type SomeMailTexts,
} from "./mail/messages/customize-mails";
export type { Messages as MailTexts } from "./mail/messages/locales/messages";
export { type Definition, type Operation, operation } from "./operation/operation";
export type { ActionCodeDTO, AuthDTO, Token, UserDTO } from "./operation/replies";
