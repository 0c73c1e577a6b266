/** Every operation that is served, by its name on the wire. */
export { applyActionCode } from "./mailed-links/apply-action-code";
export { checkActionCode } from "./mailed-links/check-action-code";
export { createUser } from "./users/create-user";
export { deleteUser } from "./users/delete-user";
export { findUser } from "./users/find-user";
export { listUsers } from "./users/list-users";
export { updateUser } from "./users/update-user";
export { authorize } from "./authorization/authorize";
export { endSession } from "./sign-in/end-session";
export { generateToken } from "./sign-in/generate-token";
export { generateTokenForOAuth } from "./sign-in/generate-token-for-oauth";
export {
  isAuthorizedByEmail,
  isAuthorizedByRole,
  isAuthorizedByUserId,
} from "./authorization/is-authorized";
export { register } from "./sign-in/register";
export { renewToken } from "./sign-in/renew-token";
export { resetPassword } from "./mailed-links/reset-password";
export { revokeTokens } from "./sign-in/revoke-tokens";
export { sendEmailVerificationLink } from "./mailed-links/send-email-verification-link";
