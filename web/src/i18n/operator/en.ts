/** The words for whoever looks after the system. `{}` is where something goes in. */
export type OperatorCatalogue = Readonly<typeof en>;

export const en = {
  mails: {
    lead: "Emails of the last week, newest first. What they say is shown nowhere, nor are their links.",
    state: "State",
    states: {
      queued: "Waiting",
      sending: "Being sent",
      delivered: "Sent",
      failed: "Failed",
      dropped: "Not sent",
    },
    none: "There are none.",
    /** {} is a number, a word or two of the mail provider's, and an address or an id. */
    attempts: "attempts: {}",
    reason: "reason: {}",
    to: "to {}",
    resend: "Send again",
    /** {} is an address or an id, in both. */
    resendTo: "Send again to {}",
    resent: "The email to {} is being sent again.",
    kinds: {
      "password-reset": "Password reset link",
      "email-verification": "Verification link",
      "email-change": "Link to change the email address",
      invitation: "Invitation",
      "sign-up": "Link to create an account",
      "password-changed": "Notice of a password change",
      "email-change-requested": "Notice of a requested change of address",
      "email-changed": "Notice of a change of address",
      "address-taken": "Notice that the address has an account",
      "sessions-revoked": "Notice of ended sessions",
      "role-changed": "Notice of a role change",
      "new-device": "Notice of a sign-in on a new device",
      "session-stolen": "Notice of a stolen session",
      "account-deleted": "Notice of the deletion",
    },
  },
  system: {
    lead: "As one instance of the back end sees it at this moment.",
    again: "Look again",
    looked: "This is how it is now.",
    none: "None",
    checks: {
      title: "Checks",
      ok: "OK",
      failed: "Failed",
      unknown: "Unknown",
      names: {
        parameters: "Parameters",
        firestore: "Firestore",
        auth: "Firebase Auth",
        queue: "Email queue",
        liveState: "Live state",
        schema: "Shape of the stored documents",
        indexes: "Firestore indexes",
        clock: "Clock",
        mail: "Email provider",
      },
    },
    live: {
      title: "Live state",
      age: "Age",
      unread: "Not read yet",
      entries: "Accounts in memory",
      changes: "Changes in the last hour",
    },
    pending: { title: "Changes under way", count: "Under way", oldest: "Oldest begun" },
    mails: { title: "Emails", waiting: "Waiting", failed: "Failed", overdue: "Overdue since" },
    limits: {
      title: "Limits reached at this moment",
      names: {
        "sign-in-account": "Addresses with too many wrong passwords",
        "sign-in-device": "Devices with too many wrong passwords",
        "sign-in-network": "Networks with too many wrong attempts",
        registrations: "Networks with too many new accounts",
        mails: "Networks that asked for too many emails",
      },
    },
    versions: { title: "Versions", backend: "Back end", node: "Node.js", schema: "Documents" },
  },
};
