/** What the console asks for without a body, and what an Admin is answered about a user; nobody else may. */
export const consoleRows: readonly (readonly [
  method: string,
  path: string,
  answer: number | string,
])[] = [
  // Who has a password is not invited.
  ["POST", "/invitations/:userId", "invalid-request"],
  ["DELETE", "/invitations/:userId", "user-not-found"],
  ["GET", "/system", 200],
  ["GET", "/mails?state=failed", 200],
  // What has not failed is not sent again.
  ["POST", "/mails/no-mail", "invalid-request"],
];
