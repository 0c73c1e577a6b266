import type { Catalogue } from "./en";
import { isolate } from "./isolate";

export const fr: Catalogue = {
  busy: "Un instant…",
  back: "Retour à la connexion",
  tryAgain: "Réessayer",
  fields: {
    email: "Adresse e-mail",
    password: "Mot de passe",
    newPassword: "Nouveau mot de passe",
    repeatPassword: "Nouveau mot de passe, encore une fois",
    firstName: "Prénom",
    lastName: "Nom",
  },
  flaws: {
    required: "Veuillez remplir ce champ.",
    email: "Ce n’est pas une adresse e-mail.",
  },
  password: {
    rule: "De 8 à 4 096 caractères.",
    show: "Afficher",
    strength: "Robustesse, à peu près :",
    strengths: { 0: "très faible", 1: "faible", 2: "correcte", 3: "forte" },
    mismatch: "Les deux ne sont pas identiques.",
  },
  signIn: {
    title: "Connexion",
    forgot: "Mot de passe oublié ?",
    register: "Créer un compte",
    google: "Continuer avec Google",
    or: "ou",
    ended: "Votre session est terminée. Veuillez vous reconnecter.",
  },
  register: {
    title: "Créer un compte",
    submit: "Créer le compte",
    haveOne: "Vous avez un compte ? Connectez-vous",
  },
  forgot: {
    title: "Mot de passe oublié ?",
    lead: "Indiquez votre adresse : nous vous enverrons un lien pour en choisir un nouveau.",
    submit: "Envoyer le lien",
  },
  mailed: {
    title: "Consultez votre messagerie",
    lead: (email) =>
      `S’il existe un compte pour ${isolate(email)}, un message contenant un lien est en route. Cela peut prendre une minute ; regardez aussi parmi les indésirables.`,
  },
  account: {
    title: "Votre compte",
    name: "Nom",
    email: "Adresse e-mail",
    role: "Rôle",
    verified: "vérifiée",
    unverified: "pas encore vérifiée",
    unverifiedLead: "Nous vous avons envoyé un lien pour vérifier votre adresse.",
    resend: "Renvoyer le lien",
    resent: "Un message contenant un lien est en route.",
    signOut: "Se déconnecter",
    signOutEverywhere: "Se déconnecter partout",
    signedOut: "Vous êtes déconnecté.",
    signedOutEverywhere: "Vous êtes déconnecté, ici et partout ailleurs.",
  },
  newPassword: {
    title: "Choisir un nouveau mot de passe",
    submit: "Enregistrer le mot de passe",
    doneTitle: "Votre mot de passe est modifié",
    done: "Vous avez été déconnecté partout. Connectez-vous avec le nouveau mot de passe.",
  },
  verify: {
    title: "Vérifier votre adresse",
    lead: (email) => `${isolate(email)} est-elle votre adresse e-mail ?`,
    submit: "Oui, la vérifier",
    doneTitle: "Votre adresse est vérifiée",
    done: "Merci. Vous pouvez continuer.",
    already: (email) => `${isolate(email)} est déjà vérifiée. Il n’y a plus rien à faire.`,
  },
  change: {
    title: "Changer d’adresse",
    lead: (email) => `${isolate(email)} doit-elle devenir l’adresse e-mail de votre compte ?`,
    submit: "Oui, la changer",
    doneTitle: "Votre adresse est modifiée",
    done: "Vous avez été déconnecté partout. Connectez-vous avec la nouvelle adresse.",
  },
  recover: {
    title: "Récupérer votre adresse",
    lead: (email) =>
      `L’adresse de votre compte a été modifiée. Doit-elle redevenir ${isolate(email)} ?`,
    submit: "Oui, la rétablir",
    doneTitle: "Votre adresse est rétablie",
    done: "Vous avez été déconnecté partout. Si ce n’est pas vous qui l’aviez modifiée, quelqu’un connaît peut-être votre mot de passe : choisissez-en un nouveau.",
    reset: "Choisir un nouveau mot de passe",
  },
  deadEnd: {
    expired: { title: "Ce lien a expiré", lead: "Les liens ne fonctionnent qu’un certain temps." },
    used: {
      title: "Ce lien ne fonctionne plus",
      lead: "Il a déjà servi, ou un plus récent a été envoyé.",
    },
    incomplete: {
      title: "Ce lien est incomplet",
      lead: "Il en manque une partie. Ouvrez-le de nouveau depuis le message, ou copiez-le en entier.",
    },
    other: {
      title: "Ce lien sert à autre chose",
      lead: "Il ne correspond pas à ce pour quoi il a été créé. Demandez-en un nouveau.",
    },
    unanswered: "Nous ne pouvons pas vérifier ce lien pour le moment",
    newPassword: "Nous pouvons vous envoyer un nouveau lien pour choisir un mot de passe :",
    newVerification:
      "Si votre adresse n’est pas encore vérifiée, nous pouvons vous envoyer un nouveau lien :",
    newChange: "Connectez-vous pour recommencer.",
    submit: "Envoyer un nouveau lien",
  },
  goOn: "Continuer",
  toSignIn: "Aller à la connexion",
  retryIn: (minutes) =>
    minutes > 1 ? `Réessayez dans ${minutes} minutes.` : "Réessayez dans une minute.",
  problems: {
    "invalid-request": "Quelque chose ne va pas dans votre saisie. Veuillez la relire.",
    "invalid-credentials": "L’adresse e-mail ou le mot de passe est incorrect.",
    "second-factor-required":
      "Ce compte demande un second facteur, que cette page ne prend pas en charge.",
    "not-allowed": "Vous n’y êtes pas autorisé.",
    "not-signed-in": "Vous n’êtes pas connecté.",
    "session-revoked": "Votre session est terminée. Veuillez vous reconnecter.",
    "refresh-token-invalid": "Votre session est terminée. Veuillez vous reconnecter.",
    "user-disabled": "Ce compte a été désactivé.",
    "sign-up-closed": "Il n’est pas possible de créer un compte pour le moment.",
    "email-exists": "Il existe déjà un compte avec cette adresse.",
    "account-exists":
      "Il existe déjà un compte avec cette adresse. Connectez-vous comme la dernière fois.",
    "weak-password":
      "Ce mot de passe est trop faible. Choisissez-en un plus long, de 8 à 4 096 caractères.",
    "action-code-invalid": "Ce lien ne fonctionne plus.",
    "action-code-expired": "Ce lien a expiré.",
    "too-many-attempts": "Il y a eu trop de tentatives.",
    unavailable: "Nous sommes injoignables pour le moment. Vérifiez votre connexion et réessayez.",
    internal: "Une erreur s’est produite de notre côté.",
  },
};
