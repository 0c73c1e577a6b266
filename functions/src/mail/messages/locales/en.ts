import type { Messages } from "./messages";

export const en: Messages = {
  hello: (firstName) => `Hello ${firstName},`,
  helloNobody: "Hello,",
  linkHint: "If the button doesn’t work, copy this address into your browser:",
  support: (address) => `Questions? Write to ${address}.`,
  report: (address) => `If you didn’t expect this, write to ${address} right away.`,
  resetButton: "Reset password",
  accountButton: "Go to your account",
  registerButton: "Create an account",
  unknownDevice: "unknown",
  device: (device) => `Device: ${device}`,
  time: (moment) => `Time: ${moment}`,
  until: (moment) => `The link works once, until ${moment}.`,
  sentBy: (app) => `${app} sent this message automatically.`,
  noReplies: "Replies to it are not read.",

  "password-reset": {
    subject: ({ app }) => `Choose a new password for ${app}`,
    lead: ({ app }) =>
      `Someone asked to reset the password of your ${app} account. If it was you, choose a new password here.`,
    button: "Choose a new password",
    advice:
      "The link works once, within an hour. If it wasn’t you, you can ignore this message: your password stays the same.",
  },
  "email-verification": {
    subject: ({ app }) => `Confirm your email address for ${app}`,
    lead: ({ app }) =>
      `Please confirm that this email address is yours and that you want to use it with ${app}.`,
    button: "Confirm email address",
    advice:
      "The link works once, within three days. If you didn’t sign up, you can ignore this message.",
  },
  "email-change": {
    subject: ({ app }) => `Confirm your new email address for ${app}`,
    lead: ({ app }) =>
      `Someone wants to use this email address for their ${app} account. If it was you, confirm it here. You will be signed out on all devices, and sign in with this address from then on.`,
    button: "Use this email address",
    advice:
      "The link works once. If it wasn’t you, you can ignore this message: nothing will change.",
  },
  invitation: {
    subject: ({ app }) => `You’ve been invited to ${app}`,
    lead: ({ app }) =>
      `An administrator created a ${app} account for you. Choose a password to start using it.`,
    button: "Accept invitation",
    advice: "If you don’t know what this is about, you can ignore this message.",
  },
  "sign-up": {
    subject: ({ app }) => `Finish creating your ${app} account`,
    lead: ({ app }) =>
      `Someone asked for a ${app} account with this email address. If it was you, choose a password to start using it.`,
    button: "Choose a password",
    advice: "If it wasn’t you, you can ignore this message: nobody can use the account.",
  },
  "password-changed": {
    subject: ({ app }) => `Your ${app} password was changed`,
    lead: ({ app }) =>
      `The password of your ${app} account was just changed, and you have been signed out on all devices.`,
    advice: "If it was you, there is nothing to do. If it wasn’t, reset your password right away.",
  },
  "email-change-requested": {
    subject: ({ app }) => `Someone asked to change the email address of your ${app} account`,
    lead: ({ app }) =>
      `Someone who is signed in to your ${app} account asked to change its email address. The change takes effect when the link that we sent to the new address is used.`,
    advice: "If it was you, there is nothing to do. If it wasn’t, reset your password right away.",
  },
  "email-changed": {
    subject: ({ app }) => `The email address of your ${app} account was changed`,
    lead: ({ app }) =>
      `Your ${app} account now uses a different email address. You can no longer sign in with this one, and we won’t send messages to it any more.`,
    advice: "",
  },
  "address-taken": {
    subject: ({ app }) => `You already have a ${app} account`,
    lead: ({ app }) =>
      `Someone tried to use this email address for another ${app} account. That isn’t possible, because it belongs to yours. We have told nobody but you.`,
    advice:
      "If it was you, sign in with this address; if you don’t remember the password, reset it. If it wasn’t, there is nothing to do.",
  },
  "sessions-revoked": {
    subject: ({ app }) => `You were signed out of ${app} on all devices`,
    lead: ({ app }) => `An administrator signed you out of your ${app} account on all devices.`,
    advice: "You can sign in again at any time. If you didn’t expect this, reset your password.",
  },
  "role-changed": {
    subject: ({ app }) => `Your role in ${app} was changed`,
    lead: ({ app, role }) => `An administrator changed your role in ${app}. It is now “${role}”.`,
    advice: "",
  },
  "new-device": {
    subject: ({ app }) => `New sign-in to your ${app} account`,
    lead: ({ app }) =>
      `Someone signed in to your ${app} account from a device or a network that we haven’t seen before.`,
    advice:
      "If it was you, there is nothing to do. If it wasn’t, reset your password right away: that signs everyone out.",
  },
  "session-stolen": {
    subject: ({ app }) => `Your ${app} account was used from two places at once`,
    lead: ({ app }) =>
      `Two devices used the same sign-in to your ${app} account, which happens when one has been stolen. We have signed you out on all devices.`,
    advice: "Please sign in again. If you don’t know why this happened, reset your password first.",
  },
  "account-deleted": {
    subject: ({ app }) => `Your ${app} account was deleted`,
    lead: ({ app }) =>
      `Your ${app} account was just deleted, along with everything that we kept about you.`,
    advice: "You can create another account at any time.",
  },
};
