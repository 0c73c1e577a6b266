import type { ActionCatalogue } from "./en";

export const de: ActionCatalogue = {
  newPassword: {
    title: "Neues Passwort festlegen",
    submit: "Passwort speichern",
    doneTitle: "Ihr Passwort wurde geändert",
    done: "Sie wurden auf allen Geräten abgemeldet. Melden Sie sich mit dem neuen Passwort an.",
  },
  invitation: {
    title: "Konto einrichten",
    lead: "Wählen Sie ein Passwort, um Ihr Konto zu nutzen.",
    submit: "Passwort speichern",
    doneTitle: "Ihr Konto ist bereit",
    done: "Melden Sie sich mit Ihrer E-Mail-Adresse und dem neuen Passwort an.",
  },
  verify: {
    title: "E-Mail-Adresse bestätigen",
    lead: "Bestätigen Sie, dass {} Ihre E-Mail-Adresse ist.",
    submit: "Bestätigen",
    doneTitle: "Ihre E-Mail-Adresse ist bestätigt",
    done: "Vielen Dank. Es ist alles erledigt.",
    already: "{} ist bereits bestätigt. Es ist nichts weiter zu tun.",
  },
  change: {
    title: "E-Mail-Adresse ändern",
    lead: "{} als E-Mail-Adresse Ihres Kontos verwenden?",
    submit: "Adresse ändern",
    doneTitle: "Ihre E-Mail-Adresse wurde geändert",
    done: "Sie wurden auf allen Geräten abgemeldet. Melden Sie sich mit der neuen Adresse an.",
  },
  recover: {
    title: "E-Mail-Adresse wiederherstellen",
    lead: "Die E-Mail-Adresse Ihres Kontos wurde geändert. Wieder {} verwenden?",
    submit: "Änderung rückgängig machen",
    doneTitle: "Ihre E-Mail-Adresse ist wiederhergestellt",
    done: "Sie wurden auf allen Geräten abgemeldet. Wenn die Änderung nicht von Ihnen kam, kennt vielleicht jemand Ihr Passwort: Legen Sie ein neues fest.",
    reset: "Neues Passwort festlegen",
  },
  deadEnd: {
    expired: { title: "Dieser Link ist abgelaufen", lead: "Links gelten nur eine begrenzte Zeit." },
    used: {
      title: "Dieser Link funktioniert nicht mehr",
      lead: "Er wurde bereits verwendet, oder es wurde ein neuerer gesendet.",
    },
    incomplete: {
      title: "Dieser Link ist unvollständig",
      lead: "Ein Teil fehlt. Öffnen Sie ihn noch einmal aus der E-Mail, oder kopieren Sie ihn ganz.",
    },
    other: {
      title: "Dieser Link passt hier nicht",
      lead: "Er wurde für etwas anderes erstellt. Fordern Sie einen neuen an.",
    },
    unanswered: "Wir können diesen Link gerade nicht prüfen",
    newPassword: "Wir können Ihnen einen neuen Link senden, mit dem Sie ein Passwort festlegen.",
    newVerification:
      "Wenn Ihre E-Mail-Adresse noch nicht bestätigt ist, können wir Ihnen einen neuen Link senden.",
    newChange: "Melden Sie sich an, um neu zu beginnen.",
    newInvitation:
      "Wenn Sie schon ein Passwort gewählt haben, melden Sie sich an. Sonst fordern Sie mit „Passwort vergessen?“ einen neuen Link an oder bitten um eine neue Einladung.",
    submit: "Neuen Link senden",
  },
  goOn: "Weiter",
  toSignIn: "Zur Anmeldung",
  toAccount: "Zu Ihrem Konto",
};
