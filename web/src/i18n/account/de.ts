import type { AccountCatalogue } from "./en";

export const de: AccountCatalogue = {
  title: "Ihr Konto",
  back: "Zurück zu Ihrem Konto",
  verified: "Bestätigt",
  unverified: "Nicht bestätigt",
  verify: "E-Mail-Adresse bestätigen",
  unsent:
    "Wir senden einen Link an {}. Öffnen Sie ihn, um zu bestätigen, dass die Adresse Ihnen gehört.",
  sent: "Wir haben einen Link an {} gesendet. Sehen Sie auch im Spam-Ordner nach.",
  send: "Link senden",
  resend: "Erneut senden",
  password: "Passwort",
  passwordLead: "Wir senden Ihnen einen Link, mit dem Sie ein neues festlegen.",
  changePassword: "Passwort ändern",
  sessions: "Sitzungen",
  signOut: "Abmelden",
  everywhereLead:
    "Gerät verloren oder auf einem fremden angemeldet? Beenden Sie alle Sitzungen, auch diese.",
  signOutEverywhere: "Überall abmelden",
  signedOut: "Sie sind abgemeldet.",
  signedOutEverywhere: "Sie sind auf allen Geräten abgemeldet.",
  goOn: "Weiter zu {}",
};
