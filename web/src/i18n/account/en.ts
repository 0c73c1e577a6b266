/** The words of the account page. `{}` is where something goes in. */
export type AccountCatalogue = Readonly<typeof en>;

export const en = {
  title: "Your account",
  back: "Back to your account",
  goOn: "Continue to {}",
  tabs: { profile: "Profile", security: "Security", activity: "Activity", data: "Your data" },
  signOut: "Sign out",
  signedOut: "You're signed out.",
  signedOutEverywhere: "You're signed out on all devices.",
  verified: "Verified",
  unverified: "Not verified",
  /** {} is an address, in both. */
  unsent: "We'll send a link to {}. Open it to confirm that the address is yours.",
  sent: "We've sent a link to {}. If you don't see it, look in your spam folder.",
  send: "Send link",
  resend: "Send again",
  save: "Save",
  saved: "Saved.",
  name: { title: "Name", edit: "Change name", none: "You haven't given a name." },
  email: {
    title: "Email address",
    edit: "Change email address",
    field: "New email address",
    same: "This is your address already.",
    lead: "We'll send a link to the new address. Nothing changes until you open it.",
    /** {} is an address. */
    pending:
      "We've sent a link to {}. Once you open it, that's your address, and you sign in with it again.",
    dismiss: "Keep current address",
    none: "This account has no email address.",
  },
  language: { title: "Language", label: "Language of these pages and of our emails" },
  password: {
    title: "Password",
    lead: "Use a strong one that you use nowhere else. Changing it signs you out on all other devices.",
    edit: "Change password",
    current: "Current password",
    wrong: "That isn't your current password.",
    done: "Your password has been changed. You're signed out on all other devices.",
    notSet:
      "You sign in without a password. If you'd like one as well, we'll send you a link to set it.",
  },
  fresh: {
    title: "Confirm that it's you",
    lead: "You signed in a while ago. Enter your password to go on.",
    leadWithout: "You signed in a while ago. Sign in again to go on.",
    submit: "Continue",
  },
  devices: {
    title: "Devices",
    lead: "Where you're signed in. If you don't recognize one, sign it out and change your password.",
    current: "This device",
    /** {} is a time, such as "2 hours ago" or "now". */
    lastUsed: "Last active {}",
    /** {} is a date. */
    began: "Signed in on {}",
    unknown: "Unknown device",
    end: "Sign out",
    /** {} is a device, in both. */
    endOf: "Sign out {}",
    ended: "{} is signed out.",
    endOthers: "Sign out all other devices",
    othersEnded: "All other devices are signed out.",
    endAll: "Sign out everywhere",
  },
};
