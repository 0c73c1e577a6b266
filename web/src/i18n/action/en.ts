/** The words of the pages that mailed links lead to. `{}` is where something goes in. */
export type ActionCatalogue = Readonly<typeof en>;

export const en = {
  newPassword: {
    title: "Choose a new password",
    submit: "Save password",
    doneTitle: "Your password has been changed",
    done: "You've been signed out on all devices. Sign in with your new password.",
  },
  invitation: {
    title: "Set up your account",
    lead: "Choose a password to start using your account.",
    submit: "Save password",
    doneTitle: "Your account is ready",
    done: "Sign in with your email address and your new password.",
  },
  verify: {
    title: "Verify your email address",
    lead: "Confirm that {} is your email address.",
    submit: "Verify",
    doneTitle: "Your email address is verified",
    done: "Thank you. You're all set.",
    already: "{} is already verified. There's nothing left to do.",
  },
  change: {
    title: "Change your email address",
    lead: "Use {} as the email address of your account?",
    submit: "Change address",
    doneTitle: "Your email address has been changed",
    done: "You've been signed out on all devices. Sign in with your new address.",
  },
  recover: {
    title: "Restore your email address",
    lead: "The email address of your account was changed. Change it back to {}?",
    submit: "Change it back",
    doneTitle: "Your email address has been restored",
    done: "You've been signed out on all devices. If you didn't make the change, someone else may know your password: choose a new one.",
    reset: "Choose a new password",
  },
  deadEnd: {
    expired: { title: "This link has expired", lead: "Links work for a limited time only." },
    used: {
      title: "This link no longer works",
      lead: "It has already been used, or a newer one has been sent.",
    },
    incomplete: {
      title: "This link is incomplete",
      lead: "Part of it is missing. Open it from the email again, or copy all of it.",
    },
    other: {
      title: "This link can't be used here",
      lead: "It was made for something else. Request a new one.",
    },
    unanswered: "We can't check this link right now",
    newPassword: "We can send you a new link to choose a password.",
    newVerification: "If your email address isn't verified yet, we can send you a new link.",
    newChange: "Sign in to start again.",
    newInvitation:
      "If you've already chosen a password, sign in. Otherwise, get a new link with “Forgot your password?”, or ask the person who invited you.",
    submit: "Send new link",
  },
  goOn: "Continue",
  toSignIn: "Go to sign-in",
  toAccount: "Go to your account",
};
