import { isolate } from "./isolate";
import type { ProblemCode } from "../api/problem";

/** The words of a language: what is missing in one, or too much, does not compile. */
export type Catalogue = typeof en;

export const en = {
  busy: "One moment…",
  back: "Back to sign-in",
  tryAgain: "Try again",
  fields: {
    email: "E-mail address",
    password: "Password",
    newPassword: "New password",
    repeatPassword: "New password, once more",
    firstName: "First name",
    lastName: "Last name",
  },
  flaws: {
    required: "Please fill this in.",
    email: "This is not an e-mail address.",
  },
  password: {
    rule: "8 to 4,096 characters.",
    show: "Show",
    strength: "Strength, roughly:",
    strengths: { 0: "very weak", 1: "weak", 2: "fair", 3: "strong" },
    mismatch: "The two are not the same.",
  },
  signIn: {
    title: "Sign in",
    forgot: "Forgot your password?",
    register: "Create an account",
    google: "Continue with Google",
    or: "or",
    ended: "Your session has ended. Please sign in again.",
  },
  register: {
    title: "Create an account",
    submit: "Create account",
    haveOne: "You have an account? Sign in",
  },
  forgot: {
    title: "Forgot your password?",
    lead: "Tell us your address, and we will mail you a link to choose a new one.",
    submit: "Send the link",
  },
  mailed: {
    title: "Look into your mail",
    lead: (email: string): string =>
      `If there is an account for ${isolate(email)}, a mail with a link is on its way. It may take a minute; look among unwanted mail too.`,
  },
  account: {
    title: "Your account",
    name: "Name",
    email: "E-mail address",
    role: "Role",
    verified: "verified",
    unverified: "not verified yet",
    unverifiedLead: "We have mailed you a link to verify your address.",
    resend: "Send it again",
    resent: "A mail with a link is on its way.",
    signOut: "Sign out",
    signOutEverywhere: "Sign out everywhere",
    signedOut: "You are signed out.",
    signedOutEverywhere: "You are signed out, here and everywhere else.",
  },
  newPassword: {
    title: "Choose a new password",
    submit: "Save the new password",
    doneTitle: "Your password has been changed",
    done: "You have been signed out everywhere. Sign in with the new password.",
  },
  verify: {
    title: "Verify your address",
    lead: (email: string): string => `Is ${isolate(email)} your e-mail address?`,
    submit: "Yes, verify it",
    doneTitle: "Your address is verified",
    done: "Thank you. You can go on now.",
    already: (email: string): string =>
      `${isolate(email)} is verified already. There is nothing left to do.`,
  },
  change: {
    title: "Change your address",
    lead: (email: string): string =>
      `Shall ${isolate(email)} be the e-mail address of your account?`,
    submit: "Yes, change it",
    doneTitle: "Your address has been changed",
    done: "You have been signed out everywhere. Sign in with the new address.",
  },
  recover: {
    title: "Get your address back",
    lead: (email: string): string =>
      `The address of your account was changed. Shall it be ${isolate(email)} again?`,
    submit: "Yes, change it back",
    doneTitle: "Your address is back",
    done: "You have been signed out everywhere. If it was not you who changed it, somebody else may know your password: choose a new one.",
    reset: "Choose a new password",
  },
  deadEnd: {
    expired: { title: "This link has expired", lead: "Links work for a limited time." },
    used: {
      title: "This link no longer works",
      lead: "It has been used already, or a newer one has been sent.",
    },
    incomplete: {
      title: "This link is incomplete",
      lead: "Part of it is missing. Open it from the mail again, or copy all of it.",
    },
    other: {
      title: "This link is for something else",
      lead: "It does not fit what it was made for. Ask for a new one.",
    },
    unanswered: "We can't check this link now",
    newPassword: "We can mail you a new link to choose a password:",
    newVerification: "If your address is not verified yet, we can mail you a new link:",
    newChange: "Sign in to start again.",
    submit: "Send a new link",
  },
  goOn: "Continue",
  toSignIn: "Go to sign-in",
  retryIn: (minutes: number): string =>
    minutes > 1 ? `Try again in ${minutes} minutes.` : "Try again in a minute.",
  problems: {
    "invalid-request": "Something is not right with what you typed. Please look over it.",
    "invalid-credentials": "E-mail address or password is wrong.",
    "second-factor-required":
      "This account needs a second factor, which this page does not support.",
    "not-allowed": "You may not do this.",
    "not-signed-in": "You are not signed in.",
    "session-revoked": "Your session has ended. Please sign in again.",
    "refresh-token-invalid": "Your session has ended. Please sign in again.",
    "user-disabled": "This account has been disabled.",
    "sign-up-closed": "New accounts can't be created at present.",
    "email-exists": "There is an account with this address already.",
    "account-exists":
      "There is an account with this address already. Sign in the way you did before.",
    "weak-password": "This password is too weak. Choose a longer one, of 8 to 4,096 characters.",
    "action-code-invalid": "This link no longer works.",
    "action-code-expired": "This link has expired.",
    "too-many-attempts": "There were too many attempts.",
    unavailable: "We can't be reached at the moment. Check your connection and try again.",
    internal: "Something went wrong on our side.",
  } satisfies Record<ProblemCode, string>,
};
