import type { Messages } from "./messages";

export const de: Messages = {
  hello: (firstName) => `Guten Tag ${firstName},`,
  helloNobody: "Guten Tag,",
  linkHint:
    "Falls die Schaltfläche nicht funktioniert, kopieren Sie diese Adresse in Ihren Browser:",
  support: (address) => `Fragen? Schreiben Sie an ${address}.`,
  report: (address) =>
    `Wenn Sie damit nicht gerechnet haben, schreiben Sie bitte sofort an ${address}.`,
  resetButton: "Passwort zurücksetzen",
  accountButton: "Zum Konto",
  registerButton: "Konto anlegen",
  unknownDevice: "unbekannt",
  device: (device) => `Gerät: ${device}`,
  time: (moment) => `Zeitpunkt: ${moment}`,
  until: (moment) => `Der Link funktioniert einmal, bis ${moment}.`,
  sentBy: (app) => `Diese Nachricht wurde automatisch von ${app} verschickt.`,
  noReplies: "Antworten werden nicht gelesen.",

  "password-reset": {
    subject: ({ app }) => `Neues Passwort für ${app} festlegen`,
    lead: ({ app }) =>
      `Jemand möchte das Passwort Ihres Kontos bei ${app} zurücksetzen. Wenn Sie das sind, legen Sie hier ein neues fest.`,
    button: "Neues Passwort festlegen",
    advice:
      "Der Link funktioniert einmal, eine Stunde lang. Wenn Sie das nicht waren, ignorieren Sie diese Nachricht: Ihr Passwort bleibt, wie es ist.",
  },
  "email-verification": {
    subject: ({ app }) => `Bestätigen Sie Ihre E-Mail-Adresse für ${app}`,
    lead: ({ app }) =>
      `Bitte bestätigen Sie, dass diese Adresse Ihnen gehört und Sie sie für ${app} verwenden möchten.`,
    button: "E-Mail-Adresse bestätigen",
    advice:
      "Der Link funktioniert einmal, drei Tage lang. Wenn Sie sich nicht registriert haben, ignorieren Sie diese Nachricht.",
  },
  "email-change": {
    subject: ({ app }) => `Bestätigen Sie Ihre neue E-Mail-Adresse für ${app}`,
    lead: ({ app }) =>
      `Jemand möchte diese E-Mail-Adresse für sein Konto bei ${app} verwenden. Wenn Sie das sind, bestätigen Sie sie hier. Alle Geräte werden dann abgemeldet, und Sie melden sich künftig mit dieser Adresse an.`,
    button: "Diese E-Mail-Adresse verwenden",
    advice:
      "Der Link funktioniert einmal. Wenn Sie das nicht waren, ignorieren Sie diese Nachricht: Dann ändert sich nichts.",
  },
  invitation: {
    subject: ({ app }) => `Sie sind zu ${app} eingeladen`,
    lead: ({ app }) =>
      `Für Sie wurde ein Konto bei ${app} eingerichtet. Wählen Sie ein Passwort, um es zu nutzen.`,
    button: "Einladung annehmen",
    advice: "Wenn Sie nicht wissen, worum es geht, können Sie diese Nachricht ignorieren.",
  },
  "sign-up": {
    subject: ({ app }) => `Schließen Sie Ihre Registrierung bei ${app} ab`,
    lead: ({ app }) =>
      `Mit dieser E-Mail-Adresse wurde ein Konto bei ${app} beantragt. Wenn Sie das waren, wählen Sie ein Passwort, um es zu nutzen.`,
    button: "Passwort wählen",
    advice:
      "Wenn Sie das nicht waren, ignorieren Sie diese Nachricht: Niemand kann das Konto nutzen.",
  },
  "password-changed": {
    subject: ({ app }) => `Ihr Passwort für ${app} wurde geändert`,
    lead: ({ app }) =>
      `Das Passwort Ihres Kontos bei ${app} wurde soeben geändert, und alle Geräte wurden abgemeldet.`,
    advice:
      "Wenn Sie das waren, ist nichts weiter zu tun. Wenn nicht, setzen Sie Ihr Passwort sofort zurück.",
  },
  "email-change-requested": {
    subject: ({ app }) => `Die E-Mail-Adresse Ihres Kontos bei ${app} soll geändert werden`,
    lead: ({ app }) =>
      `Jemand, der in Ihrem Konto bei ${app} angemeldet ist, möchte dessen E-Mail-Adresse ändern. Sie ändert sich, sobald der Link benutzt wird, den wir an die neue Adresse geschickt haben.`,
    advice:
      "Wenn Sie das waren, ist nichts weiter zu tun. Wenn nicht, setzen Sie Ihr Passwort sofort zurück.",
  },
  "email-changed": {
    subject: ({ app }) => `Die E-Mail-Adresse Ihres Kontos bei ${app} wurde geändert`,
    lead: ({ app }) =>
      `Ihr Konto bei ${app} hat jetzt eine andere E-Mail-Adresse. Mit dieser hier können Sie sich nicht mehr anmelden, und sie erhält keine weiteren Nachrichten.`,
    advice: "",
  },
  "address-taken": {
    subject: ({ app }) => `Sie haben bereits ein Konto bei ${app}`,
    lead: ({ app }) =>
      `Jemand wollte diese E-Mail-Adresse für ein anderes Konto bei ${app} verwenden. Das geht nicht, weil Ihr Konto sie hat. Sonst hat niemand davon erfahren.`,
    advice:
      "Wenn Sie das waren, melden Sie sich mit dieser Adresse an; wenn Sie das Passwort nicht mehr wissen, setzen Sie es zurück. Wenn nicht, ist nichts zu tun.",
  },
  "sessions-revoked": {
    subject: ({ app }) => `Sie wurden überall bei ${app} abgemeldet`,
    lead: ({ app }) =>
      `Jemand mit Administratorrechten hat alle Sitzungen Ihres Kontos bei ${app} beendet.`,
    advice:
      "Sie können sich jederzeit wieder anmelden. Wenn Sie damit nicht gerechnet haben, setzen Sie Ihr Passwort zurück.",
  },
  "role-changed": {
    subject: ({ app }) => `Ihre Rolle bei ${app} wurde geändert`,
    lead: ({ app, role }) =>
      `Jemand mit Administratorrechten hat Ihre Rolle bei ${app} geändert. Sie lautet jetzt „${role}“.`,
    advice: "",
  },
  "new-device": {
    subject: ({ app }) => `Neue Anmeldung bei Ihrem Konto bei ${app}`,
    lead: ({ app }) =>
      `Jemand hat sich bei Ihrem Konto bei ${app} von einem Gerät oder aus einem Netz angemeldet, das wir noch nicht kannten.`,
    advice:
      "Wenn Sie das waren, ist nichts weiter zu tun. Wenn nicht, setzen Sie Ihr Passwort sofort zurück: Damit werden alle abgemeldet.",
  },
  "session-stolen": {
    subject: ({ app }) => `Ihr Konto bei ${app} wurde von zwei Orten zugleich benutzt`,
    lead: ({ app }) =>
      `Eine Anmeldung bei Ihrem Konto bei ${app} wurde von zwei Geräten benutzt, wie es nach einem Diebstahl vorkommt. Wir haben Sie auf allen Geräten abgemeldet.`,
    advice:
      "Melden Sie sich wieder an. Wenn Sie nicht wissen, wie es dazu kam, setzen Sie vorher Ihr Passwort zurück.",
  },
  "account-deleted": {
    subject: ({ app }) => `Ihr Konto bei ${app} wurde gelöscht`,
    lead: ({ app }) =>
      `Ihr Konto bei ${app} wurde soeben gelöscht, mit allem, was wir über Sie gespeichert hatten.`,
    advice: "Sie können jederzeit ein neues Konto anlegen.",
  },
};
