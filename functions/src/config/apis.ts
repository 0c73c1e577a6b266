/** Google's APIs that a project must have enabled, and what for: a deploy asks to enable those that are not. */
export const apis = {
  "cloudscheduler.googleapis.com": "Runs the sweepers.",
  "cloudtasks.googleapis.com": "Sends mails, and tries again.",
  "eventarc.googleapis.com": "Brings the events of accounts.",
  "firestore.googleapis.com": "Stores users, sessions and what ends them.",
  "identitytoolkit.googleapis.com": "Keeps the accounts.",
  "secretmanager.googleapis.com": "Keeps the mail provider's password and the keys.",
} as const;

export type Api = keyof typeof apis;
