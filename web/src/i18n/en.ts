import type { ProblemCode, Weakness } from "../api/problem";

/** The words of a language: what is missing in one, or too much, does not compile. `{}` is where something goes in. */
export type Catalogue = Readonly<typeof en>;

export const en = {
  busy: "One moment…",
  back: "Back to sign-in",
  tryAgain: "Try again",
  cancel: "Cancel",
  /** {} is a duration, such as "40 seconds". */
  again: "Send again in {}",
  language: "Language",
  terms: "Terms",
  privacy: "Privacy",
  support: "Help",
  fields: {
    email: "Email address",
    password: "Password",
    newPassword: "New password",
    repeatPassword: "Confirm new password",
    firstName: "First name",
    lastName: "Last name",
  },
  flaws: {
    required: "Please fill this in.",
    refused: "We can't accept this. Please check it.",
    email: "Enter an email address, such as name@example.com.",
    ascii: "Use only unaccented letters (a–z), digits and symbols in the address.",
    name: "Use letters, spaces and punctuation only.",
    nameTooLong: "Use at most 100 characters.",
  },
  password: {
    /** {} is a number. */
    rule: "At least {} characters",
    tooLong: "Use at most 4,096 characters.",
    show: "Show",
    hide: "Hide",
    strength: "Strength:",
    strengths: { 0: "very weak", 1: "weak", 2: "fair", 3: "strong" },
    mismatch: "The passwords don't match.",
  },
  signIn: {
    title: "Sign in",
    remember: "Stay signed in",
    forgot: "Forgot your password?",
    noAccount: "Don't have an account?",
    register: "Create an account",
    google: "Continue with Google",
    lastUsed: "Last used",
    or: "or",
  },
  register: {
    title: "Create an account",
    submit: "Create account",
    haveOne: "Already have an account?",
    signIn: "Sign in",
    reset: "Reset your password",
    /** {} is a list of links. */
    consent: "By creating an account, you agree to the following: {}.",
    byMail: {
      lead: "We'll email you a link to choose your password.",
      /** {} is an address. */
      sent: "We've sent an email to {} that says how to go on. It can take a minute. If you don't see it, check your spam folder.",
    },
    closedTitle: "Sign-up is closed",
    closed: "New accounts are created by invitation only.",
  },
  forgot: {
    title: "Forgot your password?",
    lead: "Enter your email address and we'll send you a link to choose a new password.",
    submit: "Send link",
  },
  mailed: {
    title: "Check your email",
    lead: "If there is an account for {}, we've sent a link to it. It can take a minute. If you don't see it, check your spam folder.",
    submit: "Send again",
  },
  notFound: {
    title: "Page not found",
    lead: "There's nothing at this address.",
    home: "Go to the home page",
  },
  /** {} is a duration, such as "2 minutes". */
  retryIn: "Try again in {}.",
  requestId: "Tell support this ID:",
  weaknesses: {
    "too-short": "This password is too short.",
    common:
      "This is one of the most common passwords, which are guessed first. Choose another one.",
    personal:
      "This password is too similar to your name, your email address or our name. Choose another one.",
    breached: "This password has been in a data breach elsewhere. Choose another one.",
    policy: "This password doesn't meet the rules: mix upper and lower case, digits and symbols.",
  } satisfies Record<Weakness, string>,
  problems: {
    "invalid-request": "Something you entered isn't valid. Please check it.",
    "invalid-credentials": "Wrong email address or password.",
    "second-factor-required":
      "This account uses two-step verification, which this page doesn't support.",
    "not-allowed": "You're not allowed to do this.",
    "not-signed-in": "You're not signed in.",
    "session-revoked": "Your session has ended. Please sign in again.",
    "refresh-token-invalid": "Your session has ended. Please sign in again.",
    "user-disabled": "This account has been disabled.",
    "sign-up-closed": "New accounts can't be created at the moment.",
    "email-exists": "There's already an account with this email address.",
    "account-exists":
      "There's already an account with this email address. Sign in the way you did before.",
    "weak-password": "This password is too easy to guess. Choose another one.",
    "action-code-invalid": "This link no longer works.",
    "action-code-expired": "This link has expired.",
    "too-many-attempts": "Too many attempts.",
    "fresh-sign-in-required": "You signed in a while ago. Please sign in again first.",
    "password-not-set": "This account has no password.",
    "session-not-found": "This session has already ended.",
    "user-not-found": "There's no such account any more.",
    "changed-meanwhile":
      "Someone else has changed this account meanwhile. Load the page again to see how it is now.",
    unavailable: "We can't reach the server. Check your connection and try again.",
    internal: "Something went wrong on our side.",
  } satisfies Record<ProblemCode, string>,
};
