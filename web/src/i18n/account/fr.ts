import type { AccountCatalogue } from "./en";

export const fr: AccountCatalogue = {
  title: "Votre compte",
  back: "Retour à votre compte",
  verified: "Vérifiée",
  unverified: "Non vérifiée",
  verify: "Vérifiez votre adresse e-mail",
  unsent: "Nous enverrons un lien à {}. Ouvrez-le pour confirmer que cette adresse est la vôtre.",
  sent: "Nous avons envoyé un lien à {}. Regardez aussi dans les courriers indésirables.",
  send: "Envoyer le lien",
  resend: "Renvoyer",
  password: "Mot de passe",
  passwordLead: "Nous vous enverrons un lien pour en choisir un nouveau.",
  changePassword: "Changer le mot de passe",
  sessions: "Sessions",
  signOut: "Se déconnecter",
  everywhereLead:
    "Appareil perdu, ou connexion sur celui de quelqu’un d’autre ? Mettez fin à toutes les sessions, celle-ci comprise.",
  signOutEverywhere: "Se déconnecter partout",
  signedOut: "Vous êtes déconnecté.",
  signedOutEverywhere: "Vous êtes déconnecté de tous les appareils.",
  goOn: "Continuer vers {}",
};
