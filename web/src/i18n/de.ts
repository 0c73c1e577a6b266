import type { Catalogue } from "./en";
import { isolate } from "./isolate";

export const de: Catalogue = {
  busy: "Einen Moment …",
  back: "Zurück zur Anmeldung",
  tryAgain: "Noch einmal versuchen",
  fields: {
    email: "E-Mail-Adresse",
    password: "Passwort",
    newPassword: "Neues Passwort",
    repeatPassword: "Neues Passwort, noch einmal",
    firstName: "Vorname",
    lastName: "Nachname",
  },
  flaws: {
    required: "Bitte ausfüllen.",
    email: "Das ist keine E-Mail-Adresse.",
  },
  password: {
    rule: "8 bis 4.096 Zeichen.",
    show: "Zeigen",
    strength: "Stärke, ungefähr:",
    strengths: { 0: "sehr schwach", 1: "schwach", 2: "mittel", 3: "stark" },
    mismatch: "Die beiden sind nicht gleich.",
  },
  signIn: {
    title: "Anmelden",
    forgot: "Passwort vergessen?",
    register: "Konto anlegen",
    google: "Weiter mit Google",
    or: "oder",
    ended: "Ihre Sitzung ist beendet. Bitte melden Sie sich neu an.",
  },
  register: {
    title: "Konto anlegen",
    submit: "Konto anlegen",
    haveOne: "Sie haben ein Konto? Anmelden",
  },
  forgot: {
    title: "Passwort vergessen?",
    lead: "Nennen Sie uns Ihre Adresse, dann schicken wir Ihnen einen Link, um ein neues festzulegen.",
    submit: "Link schicken",
  },
  mailed: {
    title: "Sehen Sie in Ihre E-Mails",
    lead: (email) =>
      `Wenn es ein Konto für ${isolate(email)} gibt, ist eine E-Mail mit einem Link unterwegs. Das kann eine Minute dauern; sehen Sie auch im Spam-Ordner nach.`,
  },
  account: {
    title: "Ihr Konto",
    name: "Name",
    email: "E-Mail-Adresse",
    role: "Rolle",
    verified: "bestätigt",
    unverified: "noch nicht bestätigt",
    unverifiedLead: "Wir haben Ihnen einen Link geschickt, um Ihre Adresse zu bestätigen.",
    resend: "Noch einmal schicken",
    resent: "Eine E-Mail mit einem Link ist unterwegs.",
    signOut: "Abmelden",
    signOutEverywhere: "Überall abmelden",
    signedOut: "Sie sind abgemeldet.",
    signedOutEverywhere: "Sie sind abgemeldet, hier und überall sonst.",
  },
  newPassword: {
    title: "Neues Passwort festlegen",
    submit: "Neues Passwort speichern",
    doneTitle: "Ihr Passwort ist geändert",
    done: "Sie wurden überall abgemeldet. Melden Sie sich mit dem neuen Passwort an.",
  },
  verify: {
    title: "Adresse bestätigen",
    lead: (email) => `Ist ${isolate(email)} Ihre E-Mail-Adresse?`,
    submit: "Ja, bestätigen",
    doneTitle: "Ihre Adresse ist bestätigt",
    done: "Danke. Jetzt kann es weitergehen.",
    already: (email) => `${isolate(email)} ist schon bestätigt. Es bleibt nichts zu tun.`,
  },
  change: {
    title: "Adresse ändern",
    lead: (email) => `Soll ${isolate(email)} die E-Mail-Adresse Ihres Kontos sein?`,
    submit: "Ja, ändern",
    doneTitle: "Ihre Adresse ist geändert",
    done: "Sie wurden überall abgemeldet. Melden Sie sich mit der neuen Adresse an.",
  },
  recover: {
    title: "Adresse zurückholen",
    lead: (email) =>
      `Die Adresse Ihres Kontos wurde geändert. Soll sie wieder ${isolate(email)} sein?`,
    submit: "Ja, zurückändern",
    doneTitle: "Ihre Adresse ist wieder da",
    done: "Sie wurden überall abgemeldet. Wenn Sie sie nicht selbst geändert haben, kennt vielleicht jemand Ihr Passwort: Legen Sie ein neues fest.",
    reset: "Neues Passwort festlegen",
  },
  deadEnd: {
    expired: { title: "Dieser Link ist abgelaufen", lead: "Links gelten nur eine gewisse Zeit." },
    used: {
      title: "Dieser Link gilt nicht mehr",
      lead: "Er wurde schon benutzt, oder es wurde ein neuerer geschickt.",
    },
    incomplete: {
      title: "Dieser Link ist unvollständig",
      lead: "Ein Teil fehlt. Öffnen Sie ihn noch einmal aus der E-Mail oder kopieren Sie ihn ganz.",
    },
    other: {
      title: "Dieser Link ist für etwas anderes",
      lead: "Er passt nicht zu dem, wofür er gemacht wurde. Fordern Sie einen neuen an.",
    },
    unanswered: "Wir können diesen Link gerade nicht prüfen",
    newPassword: "Wir schicken Ihnen gern einen neuen Link, um ein Passwort festzulegen:",
    newVerification:
      "Wenn Ihre Adresse noch nicht bestätigt ist, schicken wir Ihnen gern einen neuen Link:",
    newChange: "Melden Sie sich an, um neu zu beginnen.",
    submit: "Neuen Link schicken",
  },
  goOn: "Weiter",
  toSignIn: "Zur Anmeldung",
  retryIn: (minutes) =>
    minutes > 1
      ? `Versuchen Sie es in ${minutes} Minuten noch einmal.`
      : "Versuchen Sie es in einer Minute noch einmal.",
  problems: {
    "invalid-request": "Mit den Angaben stimmt etwas nicht. Bitte sehen Sie sie noch einmal durch.",
    "invalid-credentials": "E-Mail-Adresse oder Passwort ist falsch.",
    "second-factor-required":
      "Dieses Konto braucht einen zweiten Faktor; das kann diese Seite nicht.",
    "not-allowed": "Das dürfen Sie nicht.",
    "not-signed-in": "Sie sind nicht angemeldet.",
    "session-revoked": "Ihre Sitzung ist beendet. Bitte melden Sie sich neu an.",
    "refresh-token-invalid": "Ihre Sitzung ist beendet. Bitte melden Sie sich neu an.",
    "user-disabled": "Dieses Konto ist gesperrt.",
    "sign-up-closed": "Zurzeit können keine neuen Konten angelegt werden.",
    "email-exists": "Für diese Adresse gibt es schon ein Konto.",
    "account-exists":
      "Für diese Adresse gibt es schon ein Konto. Melden Sie sich so an wie beim letzten Mal.",
    "weak-password":
      "Dieses Passwort ist zu schwach. Wählen Sie ein längeres, mit 8 bis 4.096 Zeichen.",
    "action-code-invalid": "Dieser Link gilt nicht mehr.",
    "action-code-expired": "Dieser Link ist abgelaufen.",
    "too-many-attempts": "Das waren zu viele Versuche.",
    unavailable:
      "Wir sind gerade nicht erreichbar. Prüfen Sie die Verbindung und versuchen Sie es noch einmal.",
    internal: "Bei uns ist etwas schiefgegangen.",
  },
};
