import type { Messages } from "./messages";

export const en: Messages = {
  hello: (firstName) => `Hello ${firstName},`,
  helloNobody: "Hello,",
  linkHint: "If the button does not work, copy this address into your browser:",
  support: (address) => `Questions? Write to ${address}.`,
  sentBy: (app) => `This message was sent automatically by ${app}. Replies to it are not read.`,

  "password-reset": {
    subject: ({ app }) => `Choose a new password for ${app}`,
    lead: ({ app }) =>
      `Somebody asked to reset the password of your ${app} account. If that was you, choose a new one here.`,
    button: "Choose a new password",
    advice:
      "The link works once, for one hour. If it wasn’t you, ignore this message: your password stays as it is.",
  },
  "email-verification": {
    subject: ({ app }) => `Confirm your e-mail address for ${app}`,
    lead: ({ app }) =>
      `Please confirm that this address is yours and that you want to use it with ${app}.`,
    button: "Confirm e-mail address",
    advice: "The link works once. If you didn’t sign up, ignore this message.",
  },
  "password-changed": {
    subject: ({ app }) => `Your ${app} password was changed`,
    lead: ({ app }) =>
      `The password of your ${app} account has just been changed, and every device has been signed out.`,
    advice:
      "If that was you, there is nothing to do. If it wasn’t, reset your password right away and let us know.",
  },
  "email-changed": {
    subject: ({ app }) => `The e-mail address of your ${app} account was changed`,
    lead: ({ app }) =>
      `Your ${app} account now uses another e-mail address. This one no longer signs you in, and no further messages will come here.`,
    advice: "If you didn’t expect this, let us know right away.",
  },
  "sessions-revoked": {
    subject: ({ app }) => `You were signed out of ${app} everywhere`,
    lead: ({ app }) => `An administrator has ended all sessions of your ${app} account.`,
    advice:
      "You can sign in again at any time. If you didn’t expect this, change your password and let us know.",
  },
  "role-changed": {
    subject: ({ app }) => `Your role in ${app} was changed`,
    lead: ({ app, role }) =>
      `An administrator has changed your role in ${app}. It is now “${role}”.`,
    advice: "If you didn’t expect this, let us know.",
  },
};
