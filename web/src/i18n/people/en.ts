/** The words about users of the administration, one or several at once. `{}` is where something goes in. */
export type PeopleCatalogue = Readonly<typeof en>;

export const en = {
  columns: {
    ways: "Signs in with {}",
    noWay: "Can't sign in yet",
    created: "Created {}",
    seen: "Last active {}",
    neverSeen: "Never active",
  },
  several: {
    select: "Select {}",
    selectAll: "Select all shown",
    title: "Selected users",
    selected: "{} selected",
    act: "Action",
    role: "Change role",
    disable: "Disable",
    signOut: "Sign out everywhere",
    apply: "Apply to all selected",
    clear: "Clear selection",
    done: "Done",
    running: "Working: {}",
    allDone: "All done: {}",
    someFailed: "Not done: {}. You can try again for these alone.",
  },
  reason: {
    label: "Reason",
    hint: "Only administrators see it.",
    tooLong: "Use at most 200 characters.",
    unfit: "Leave out control characters and characters that change the direction of text.",
    by: "By {}",
    why: "Reason: {}",
    entry: "reason: {}",
  },
  many: {
    title: "Invite several",
    lead: "One person on each line: an email address, and if you like a comma, the first name, a comma and the last name. A CSV file looks the same.",
    addresses: "People",
    file: "Or choose a CSV file",
    submit: "Send invitations",
    none: "Enter at least one address.",
    tooMany: "That's more than 500. Send them in parts.",
    notAddress: "This isn't an email address.",
    invited: "Invited",
  },
  user: {
    email: "Email address",
    editEmail: "Change email address",
    newEmail: "New email address",
    emailLead:
      "The new address is not verified until its owner opens the link that we send to it. All sessions end.",
    language: "Language of emails",
    editLanguage: "Change language",
    newLanguage: "New language",
    noLanguage: "Never chosen",
  },
};
