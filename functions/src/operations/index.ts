// The list of operations, a line for each. A file of the list exports nothing else: with `export *` an editor
// shows an operation's docstring at its method of `AuthService`.
export * from "./authorization/authorize";
export * from "./authorization/is-authorized";
export * from "./mailed-links/apply-action-code";
export * from "./mailed-links/check-action-code";
export * from "./mailed-links/reset-password";
export * from "./mailed-links/send-email-verification-link";
export * from "./me/change-email";
export * from "./me/change-password";
export * from "./me/get-me";
export * from "./me/update-me";
export * from "./sessions/end-other-sessions";
export * from "./sessions/end-session";
export * from "./sessions/end-user-session";
export * from "./sessions/list-sessions";
export * from "./sessions/list-user-sessions";
export * from "./sign-in/generate-token";
export * from "./sign-in/generate-token-for-oauth";
export * from "./sign-in/register";
export * from "./sign-in/renew-token";
export * from "./sign-in/revoke-tokens";
export * from "./users/create-user";
export * from "./users/delete-user";
export * from "./users/find-user";
export * from "./users/list-users";
export * from "./users/replace-user";
export * from "./users/update-user";
