/** The words of the account page. `{}` is where something goes in. */
export type AccountCatalogue = Readonly<typeof en>;

export const en = {
  title: "Your account",
  back: "Back to your account",
  verified: "Verified",
  unverified: "Not verified",
  verify: "Verify your email address",
  /** {} is an address, in all three. */
  unsent: "We'll send a link to {}. Open it to confirm that the address is yours.",
  sent: "We've sent a link to {}. If you don't see it, look in your spam folder.",
  send: "Send link",
  resend: "Send again",
  password: "Password",
  passwordLead: "We'll send you a link to choose a new one.",
  changePassword: "Change password",
  sessions: "Sessions",
  signOut: "Sign out",
  everywhereLead:
    "Lost a device, or signed in on somebody else's? End every session, this one included.",
  signOutEverywhere: "Sign out everywhere",
  signedOut: "You're signed out.",
  signedOutEverywhere: "You're signed out on all devices.",
  goOn: "Continue to {}",
};
