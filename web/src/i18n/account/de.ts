import type { AccountCatalogue } from "./en";

export const de: AccountCatalogue = {
  title: "Ihr Konto",
  back: "Zurück zu Ihrem Konto",
  goOn: "Weiter zu {}",
  tabs: { profile: "Profil", security: "Sicherheit", activity: "Aktivität", data: "Ihre Daten" },
  signOut: "Abmelden",
  signedOut: "Sie sind abgemeldet.",
  signedOutEverywhere: "Sie sind auf allen Geräten abgemeldet.",
  verified: "Bestätigt",
  unverified: "Nicht bestätigt",
  unsent:
    "Wir senden einen Link an {}. Öffnen Sie ihn, um zu bestätigen, dass die Adresse Ihnen gehört.",
  sent: "Wir haben einen Link an {} gesendet. Sehen Sie auch im Spam-Ordner nach.",
  send: "Link senden",
  resend: "Erneut senden",
  save: "Speichern",
  saved: "Gespeichert.",
  name: { title: "Name", edit: "Namen ändern", none: "Sie haben keinen Namen angegeben." },
  email: {
    title: "E-Mail-Adresse",
    edit: "E-Mail-Adresse ändern",
    field: "Neue E-Mail-Adresse",
    same: "Das ist bereits Ihre Adresse.",
    lead: "Wir senden einen Link an die neue Adresse. Bis Sie ihn öffnen, ändert sich nichts.",
    pending:
      "Wir haben einen Link an {} gesendet. Sobald Sie ihn öffnen, ist das Ihre Adresse, und Sie melden sich damit neu an.",
    dismiss: "Bisherige Adresse behalten",
    none: "Dieses Konto hat keine E-Mail-Adresse.",
  },
  language: { title: "Sprache", label: "Sprache dieser Seiten und unserer E-Mails" },
  password: {
    title: "Passwort",
    lead: "Nehmen Sie ein starkes, das Sie sonst nirgends verwenden. Eine Änderung meldet Sie auf allen anderen Geräten ab.",
    edit: "Passwort ändern",
    current: "Aktuelles Passwort",
    wrong: "Das ist nicht Ihr aktuelles Passwort.",
    done: "Ihr Passwort wurde geändert. Auf allen anderen Geräten sind Sie abgemeldet.",
    notSet:
      "Sie melden sich ohne Passwort an. Wenn Sie auch eines möchten, senden wir Ihnen einen Link, um es festzulegen.",
  },
  fresh: {
    title: "Bestätigen Sie, dass Sie es sind",
    lead: "Ihre Anmeldung liegt eine Weile zurück. Geben Sie Ihr Passwort ein, um fortzufahren.",
    leadWithout:
      "Ihre Anmeldung liegt eine Weile zurück. Melden Sie sich erneut an, um fortzufahren.",
    submit: "Weiter",
  },
  devices: {
    title: "Geräte",
    lead: "Hier sind Sie angemeldet. Wenn Sie eines nicht kennen, melden Sie es ab und ändern Sie Ihr Passwort.",
    current: "Dieses Gerät",
    lastUsed: "Zuletzt aktiv: {}",
    began: "Angemeldet am {}",
    unknown: "Unbekanntes Gerät",
    end: "Abmelden",
    endOf: "{} abmelden",
    ended: "{} ist abgemeldet.",
    endOthers: "Alle anderen Geräte abmelden",
    othersEnded: "Alle anderen Geräte sind abgemeldet.",
    endAll: "Überall abmelden",
  },
};
