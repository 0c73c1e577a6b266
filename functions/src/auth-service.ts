import {
  applyActionCode,
  type ApplyActionCodeRequest,
} from "./operations/mailed-links/apply-action-code";
import {
  checkActionCode,
  type CheckActionCodeRequest,
} from "./operations/mailed-links/check-action-code";
import { createUser, type CreateUserRequest } from "./operations/users/create-user";
import { deleteUser, type DeleteUserRequest } from "./operations/users/delete-user";
import { findUser, type FindUserRequest } from "./operations/users/find-user";
import { listUsers, type ListUsersRequest, type UserPage } from "./operations/users/list-users";
import { updateUser, type UpdateUserRequest } from "./operations/users/update-user";
import { endSession, type EndSessionRequest } from "./operations/sign-in/end-session";
import { generateToken, type GenerateTokenRequest } from "./operations/sign-in/generate-token";
import {
  generateTokenForOAuth,
  type GenerateTokenForOAuthRequest,
} from "./operations/sign-in/generate-token-for-oauth";
import {
  isAuthorizedByEmail,
  type IsAuthorizedByEmailRequest,
  isAuthorizedByRole,
  type IsAuthorizedByRoleRequest,
  isAuthorizedByUserId,
  type IsAuthorizedByUserIdRequest,
} from "./operations/authorization/is-authorized";
import type { Ports } from "./ports";
import { register, type RegisterRequest } from "./operations/sign-in/register";
import { renewToken, type RenewTokenRequest } from "./operations/sign-in/renew-token";
import type { ActionCodeDTO, AuthDTO, Token, UserDTO } from "./operation/replies";
import { resetPassword, type ResetPasswordRequest } from "./operations/mailed-links/reset-password";
import { revokeTokens, type RevokeTokensRequest } from "./operations/sign-in/revoke-tokens";
import {
  sendEmailVerificationLink,
  type SendEmailVerificationLinkRequest,
} from "./operations/mailed-links/send-email-verification-link";

/**
 * The operations, for code on the server: parsed like any client's, but not guarded, for code that runs
 * here has the project's authority already.
 *
 * Every method throws an `AuthError`: `invalid-request`, `unavailable`, and those it names.
 */
export class AuthService {
  constructor(private readonly ports: () => Ports) {}

  /** @throws {AuthError} `invalid-credentials`, `user-disabled`, `too-many-attempts`, `second-factor-required`. */
  generateToken(request: GenerateTokenRequest): Promise<AuthDTO> {
    return generateToken.perform(request, "server", this.ports());
  }

  /**
   * @throws {AuthError} `invalid-credentials`, `user-disabled`, `account-exists`,
   *   `second-factor-required`, `sign-up-closed`.
   */
  generateTokenForOAuth(request: GenerateTokenForOAuthRequest): Promise<AuthDTO> {
    return generateTokenForOAuth.perform(request, "server", this.ports());
  }

  /** @throws {AuthError} `user-not-found`. */
  revokeTokens(request: RevokeTokensRequest): Promise<null> {
    return revokeTokens.perform(request, "server", this.ports());
  }

  /** @throws {AuthError} `refresh-token-invalid`, `session-revoked`, `user-disabled`. */
  renewToken(request: RenewTokenRequest): Promise<Token> {
    return renewToken.perform(request, "server", this.ports());
  }

  resetPassword(request: ResetPasswordRequest): Promise<null> {
    return resetPassword.perform(request, "server", this.ports());
  }

  sendEmailVerificationLink(request: SendEmailVerificationLinkRequest): Promise<null> {
    return sendEmailVerificationLink.perform(request, "server", this.ports());
  }

  isAuthorizedByRole(request: IsAuthorizedByRoleRequest): Promise<boolean> {
    return isAuthorizedByRole.perform(request, "server", this.ports());
  }

  isAuthorizedByUserId(request: IsAuthorizedByUserIdRequest): Promise<boolean> {
    return isAuthorizedByUserId.perform(request, "server", this.ports());
  }

  isAuthorizedByEmail(request: IsAuthorizedByEmailRequest): Promise<boolean> {
    return isAuthorizedByEmail.perform(request, "server", this.ports());
  }

  /** @throws {AuthError} `email-exists`, `weak-password`, `sign-up-closed`. */
  register(request: RegisterRequest): Promise<AuthDTO> {
    return register.perform(request, "server", this.ports());
  }

  /** Ends one session. @throws {AuthError} `refresh-token-invalid`, `session-revoked`, `user-disabled`. */
  endSession(request: EndSessionRequest): Promise<null> {
    return endSession.perform(request, "server", this.ports());
  }

  /** @throws {AuthError} `action-code-invalid`, `action-code-expired`. */
  checkActionCode(request: CheckActionCodeRequest): Promise<ActionCodeDTO> {
    return checkActionCode.perform(request, "server", this.ports());
  }

  /** @throws {AuthError} `action-code-invalid`, `action-code-expired`, `weak-password`, `email-exists`. */
  applyActionCode(request: ApplyActionCodeRequest): Promise<null> {
    return applyActionCode.perform(request, "server", this.ports());
  }

  /** @throws {AuthError} `email-exists`, `weak-password`. */
  createUser(request: CreateUserRequest): Promise<UserDTO> {
    return createUser.perform(request, "server", this.ports());
  }

  /** @throws {AuthError} `user-not-found`. */
  findUser(request: FindUserRequest): Promise<UserDTO> {
    return findUser.perform(request, "server", this.ports());
  }

  listUsers(request: ListUsersRequest = {}): Promise<UserPage> {
    return listUsers.perform(request, "server", this.ports());
  }

  /** @throws {AuthError} `user-not-found`, `email-exists`, `not-allowed` for the last enabled Admin. */
  updateUser(request: UpdateUserRequest): Promise<UserDTO> {
    return updateUser.perform(request, "server", this.ports());
  }

  /** @throws {AuthError} `user-not-found`, `not-allowed` for the last enabled Admin. */
  deleteUser(request: DeleteUserRequest): Promise<null> {
    return deleteUser.perform(request, "server", this.ports());
  }
}
