/** Every operation that is served, by its name on the wire. */
export { generateToken } from "./generate-token";
export { generateTokenForOAuth } from "./generate-token-for-oauth";
export { isAuthorizedByEmail, isAuthorizedByRole, isAuthorizedByUserId } from "./is-authorized";
export { register } from "./register";
export { renewToken } from "./renew-token";
export { resetPassword } from "./reset-password";
export { revokeTokens } from "./revoke-tokens";
export { sendEmailVerificationLink } from "./send-email-verification-link";
