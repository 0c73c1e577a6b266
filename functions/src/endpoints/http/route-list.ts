import * as activity from "./routes/activity";
import * as authorization from "./routes/authorization";
import * as documentation from "./routes/documentation";
import { clientAddress } from "./routes/client-address";
import * as health from "./routes/health";
import * as invitations from "./routes/invitations";
import * as links from "./routes/links";
import * as mails from "./routes/mails";
import * as me from "./routes/me";
import * as sessionList from "./routes/session-list";
import * as sessions from "./routes/sessions";
import * as signIn from "./routes/sign-in";
import * as system from "./routes/system";
import * as users from "./routes/users";

/** Every route, in the order in which the document lists them. */
export const endpoints = [
  signIn.register,
  signIn.requestAccount,
  signIn.login,
  sessions.refresh,
  sessions.logout,
  sessions.logoutEverywhere,
  links.resetPassword,
  links.resetPasswordOf,
  links.verifyEmail,
  links.verifyEmailOf,
  links.checkAction,
  links.applyAction,
  authorization.authorize,
  me.getMe,
  me.updateMe,
  me.changePassword,
  me.changeEmail,
  sessionList.listSessions,
  sessionList.endSession,
  sessionList.endOtherSessions,
  me.deleteMe,
  me.deleteMeByPassword,
  me.exportMe,
  activity.listActivity,
  users.readUsers,
  users.createUser,
  users.replaceUser,
  users.updateUser,
  users.deleteUser,
  sessionList.listUserSessions,
  sessionList.endUserSession,
  invitations.listInvitations,
  invitations.inviteUser,
  invitations.resendInvitation,
  invitations.withdrawInvitation,
  mails.listUserMails,
  mails.listMails,
  mails.resendMail,
  activity.listUserActivity,
  activity.listAllActivity,
  system.readSystem,
  health.health,
  health.ready,
  clientAddress,
  documentation.openapi,
  documentation.docs,
] as const;

/** What each route says about itself, which makes the OpenAPI document. */
export const routes = endpoints.map(({ route }) => route);
