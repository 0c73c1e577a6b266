import { AuthService as Service } from "./auth-service";
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
export type { ApplyActionCodeRequest } from "./operations/mailed-links/apply-action-code";
export type { CheckActionCodeRequest } from "./operations/mailed-links/check-action-code";
export type { CreateUserRequest } from "./operations/users/create-user";
export type { DeleteUserRequest } from "./operations/users/delete-user";
export type { FindUserRequest } from "./operations/users/find-user";
export type { ListUsersRequest, UserPage } from "./operations/users/list-users";
export type { UpdateUserRequest } from "./operations/users/update-user";
export type { EndSessionRequest } from "./operations/sign-in/end-session";
export type { GenerateTokenRequest } from "./operations/sign-in/generate-token";
export type { GenerateTokenForOAuthRequest } from "./operations/sign-in/generate-token-for-oauth";
export type {
  IsAuthorizedByEmailRequest,
  IsAuthorizedByRoleRequest,
  IsAuthorizedByUserIdRequest,
} from "./operations/authorization/is-authorized";
export type { RegisterRequest } from "./operations/sign-in/register";
export type { RenewTokenRequest } from "./operations/sign-in/renew-token";
export type { ActionCodeDTO, AuthDTO, Token, UserDTO } from "./operation/replies";
export type { ResetPasswordRequest } from "./operations/mailed-links/reset-password";
export type { RevokeTokensRequest } from "./operations/sign-in/revoke-tokens";
export type { SendEmailVerificationLinkRequest } from "./operations/mailed-links/send-email-verification-link";
export { type AllowedCaller, guardCall, guardRequest } from "./endpoints/guarded";
export { AuthError, type AuthErrorCode } from "./errors";
