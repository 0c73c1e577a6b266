// What is deployed: functions and nothing else, for the CLI walks through everything that is exported.
import "./endpoints/deployment";

export { whoAmI } from "./app/who-am-i";
import { blockingFunctions } from "./endpoints/blocking";
import { callables } from "./endpoints/callables";
export { compareAccounts } from "./endpoints/compare-accounts";
export { api } from "./endpoints/http/api";
export { onUserCreated, onUserDeleted, sendMail, sweep, sweepMail } from "./endpoints/triggers";

export const {
  changeEmail,
  changePassword,
  deleteMe,
  endOtherSessions,
  endSession,
  exportMe,
  generateToken,
  generateTokenForOAuth,
  getMe,
  isAuthorizedByEmail,
  isAuthorizedByRole,
  isAuthorizedByUserId,
  listSessions,
  register,
  listActivity,
  renewToken,
  resetPassword,
  revokeTokens,
  sendEmailVerificationLink,
  updateMe,
} = callables;

export const { beforeUserCreated, beforeUserSignedIn } = blockingFunctions();
