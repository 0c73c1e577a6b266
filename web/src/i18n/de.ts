import type { Catalogue } from "./en";

export const de: Catalogue = {
  busy: "Einen Moment …",
  back: "Zurück zur Anmeldung",
  tryAgain: "Erneut versuchen",
  cancel: "Abbrechen",
  again: "Erneut senden in {}",
  language: "Sprache",
  terms: "Nutzungsbedingungen",
  privacy: "Datenschutz",
  support: "Hilfe",
  fields: {
    email: "E-Mail-Adresse",
    password: "Passwort",
    newPassword: "Neues Passwort",
    repeatPassword: "Neues Passwort bestätigen",
    firstName: "Vorname",
    lastName: "Nachname",
  },
  flaws: {
    required: "Bitte füllen Sie dieses Feld aus.",
    refused: "Diese Angabe ist nicht möglich. Bitte prüfen Sie sie.",
    email: "Geben Sie eine E-Mail-Adresse ein, zum Beispiel name@example.com.",
    ascii:
      "Die Adresse darf nur Buchstaben von a bis z, Ziffern und Zeichen enthalten, keine Umlaute.",
    name: "Verwenden Sie nur Buchstaben, Leerzeichen und Satzzeichen.",
    nameTooLong: "Verwenden Sie höchstens 100 Zeichen.",
  },
  password: {
    rule: "Mindestens {} Zeichen",
    tooLong: "Verwenden Sie höchstens 4.096 Zeichen.",
    show: "Anzeigen",
    hide: "Verbergen",
    strength: "Stärke:",
    strengths: { 0: "sehr schwach", 1: "schwach", 2: "mittel", 3: "stark" },
    mismatch: "Die Passwörter stimmen nicht überein.",
  },
  signIn: {
    title: "Anmelden",
    remember: "Angemeldet bleiben",
    forgot: "Passwort vergessen?",
    noAccount: "Noch kein Konto?",
    register: "Konto erstellen",
    google: "Weiter mit Google",
    lastUsed: "Zuletzt verwendet",
    or: "oder",
  },
  register: {
    title: "Konto erstellen",
    submit: "Konto erstellen",
    haveOne: "Sie haben schon ein Konto?",
    signIn: "Anmelden",
    reset: "Passwort zurücksetzen",
    consent: "Mit dem Erstellen eines Kontos stimmen Sie Folgendem zu: {}.",
    byMail: {
      lead: "Wir senden Ihnen einen Link, mit dem Sie Ihr Passwort festlegen.",
      sent: "Wir haben eine E-Mail an {} gesendet, in der steht, wie es weitergeht. Das kann eine Minute dauern. Wenn Sie sie nicht finden, sehen Sie im Spam-Ordner nach.",
    },
    closedTitle: "Registrierung geschlossen",
    closed: "Neue Konten gibt es nur auf Einladung.",
  },
  forgot: {
    title: "Passwort vergessen?",
    lead: "Geben Sie Ihre E-Mail-Adresse ein. Wir senden Ihnen einen Link, mit dem Sie ein neues Passwort festlegen.",
    submit: "Link senden",
  },
  mailed: {
    title: "Prüfen Sie Ihr Postfach",
    lead: "Wenn es ein Konto für {} gibt, haben wir einen Link dorthin gesendet. Das kann eine Minute dauern. Sehen Sie auch im Spam-Ordner nach.",
    submit: "Erneut senden",
  },
  notFound: {
    title: "Seite nicht gefunden",
    lead: "Unter dieser Adresse gibt es nichts.",
    home: "Zur Startseite",
  },
  retryIn: "Versuchen Sie es in {} erneut.",
  requestId: "Nennen Sie dem Support diese Nummer:",
  weaknesses: {
    "too-short": "Dieses Passwort ist zu kurz.",
    common:
      "Das ist eines der häufigsten Passwörter und wird als Erstes geraten. Wählen Sie ein anderes.",
    personal:
      "Dieses Passwort ähnelt Ihrem Namen, Ihrer Adresse oder unserem Namen zu sehr. Wählen Sie ein anderes.",
    breached: "Dieses Passwort stand anderswo in einem Datenleck. Wählen Sie ein anderes.",
    policy:
      "Dieses Passwort erfüllt die Regeln nicht: Mischen Sie Groß- und Kleinbuchstaben, Ziffern und Zeichen.",
  },
  problems: {
    "invalid-request": "Eine Angabe kann nicht stimmen. Bitte prüfen Sie sie.",
    "invalid-credentials": "E-Mail-Adresse oder Passwort ist falsch.",
    "second-factor-required":
      "Dieses Konto verwendet die Bestätigung in zwei Schritten, die diese Seite nicht unterstützt.",
    "not-allowed": "Das ist Ihnen nicht erlaubt.",
    "not-signed-in": "Sie sind nicht angemeldet.",
    "session-revoked": "Ihre Sitzung ist beendet. Bitte melden Sie sich wieder an.",
    "refresh-token-invalid": "Ihre Sitzung ist beendet. Bitte melden Sie sich wieder an.",
    "user-disabled": "Dieses Konto ist gesperrt.",
    "sign-up-closed": "Zurzeit können keine neuen Konten erstellt werden.",
    "email-exists": "Es gibt schon ein Konto mit dieser E-Mail-Adresse.",
    "account-exists":
      "Es gibt schon ein Konto mit dieser E-Mail-Adresse. Melden Sie sich an wie beim letzten Mal.",
    "weak-password": "Dieses Passwort ist zu leicht zu erraten. Wählen Sie ein anderes.",
    "action-code-invalid": "Dieser Link funktioniert nicht mehr.",
    "action-code-expired": "Dieser Link ist abgelaufen.",
    "too-many-attempts": "Zu viele Versuche.",
    "fresh-sign-in-required":
      "Ihre Anmeldung liegt eine Weile zurück. Melden Sie sich zuerst erneut an.",
    "password-not-set": "Dieses Konto hat kein Passwort.",
    "session-not-found": "Diese Sitzung ist bereits beendet.",
    "user-not-found": "Dieses Konto gibt es nicht mehr.",
    "changed-meanwhile":
      "Jemand anderes hat dieses Konto inzwischen geändert. Laden Sie die Seite neu, um den jetzigen Stand zu sehen.",
    unavailable:
      "Der Server ist nicht erreichbar. Prüfen Sie Ihre Verbindung, und versuchen Sie es erneut.",
    internal: "Bei uns ist etwas schiefgegangen.",
  },
};
