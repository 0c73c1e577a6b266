import { AuthService as Service } from "./auth/auth-service";
import { ports } from "./composition";

/** What a team's own functions import. */

/** The operations as methods, for code on the server. Built on first use. */
export class AuthService extends Service {
  constructor() {
    super(ports);
  }
}

export type { Caller, SignedInCaller } from "./access/caller";
export {
  anyOf,
  type Guard,
  type GuardOptions,
  requireEmail,
  requireRole,
  requireSignIn,
  requireUserId,
} from "./access/guards";
export type { ApplyActionCodeRequest } from "./auth/action-codes/apply-action-code";
export type { CheckActionCodeRequest } from "./auth/action-codes/check-action-code";
export type { CreateUserRequest } from "./auth/administration/create-user";
export type { DeleteUserRequest } from "./auth/administration/delete-user";
export type { FindUserRequest } from "./auth/administration/find-user";
export type { ListUsersRequest, UserPage } from "./auth/administration/list-users";
export type { UpdateUserRequest } from "./auth/administration/update-user";
export type { EndSessionRequest } from "./auth/end-session";
export type { GenerateTokenRequest } from "./auth/generate-token";
export type { GenerateTokenForOAuthRequest } from "./auth/generate-token-for-oauth";
export type {
  IsAuthorizedByEmailRequest,
  IsAuthorizedByRoleRequest,
  IsAuthorizedByUserIdRequest,
} from "./auth/is-authorized";
export type { RegisterRequest } from "./auth/register";
export type { RenewTokenRequest } from "./auth/renew-token";
export type { ActionCodeDTO, AuthDTO, Token, UserDTO } from "./auth/replies";
export type { ResetPasswordRequest } from "./auth/reset-password";
export type { RevokeTokensRequest } from "./auth/revoke-tokens";
export type { SendEmailVerificationLinkRequest } from "./auth/send-email-verification-link";
export { type AllowedCaller, guardCall, guardRequest } from "./endpoints/guarded";
export { AuthError, type AuthErrorCode } from "./errors";
