/** Every operation that is served, by its name on the wire. */
export { applyActionCode } from "./action-codes/apply-action-code";
export { checkActionCode } from "./action-codes/check-action-code";
export { createUser } from "./administration/create-user";
export { deleteUser } from "./administration/delete-user";
export { findUser } from "./administration/find-user";
export { listUsers } from "./administration/list-users";
export { updateUser } from "./administration/update-user";
export { authorize } from "./authorize";
export { endSession } from "./end-session";
export { generateToken } from "./generate-token";
export { generateTokenForOAuth } from "./generate-token-for-oauth";
export { isAuthorizedByEmail, isAuthorizedByRole, isAuthorizedByUserId } from "./is-authorized";
export { register } from "./register";
export { renewToken } from "./renew-token";
export { resetPassword } from "./reset-password";
export { revokeTokens } from "./revoke-tokens";
export { sendEmailVerificationLink } from "./send-email-verification-link";
