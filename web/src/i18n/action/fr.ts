import type { ActionCatalogue } from "./en";

export const fr: ActionCatalogue = {
  newPassword: {
    title: "Choisir un nouveau mot de passe",
    submit: "Enregistrer le mot de passe",
    doneTitle: "Votre mot de passe a été modifié",
    done: "Vous avez été déconnecté de tous les appareils. Connectez-vous avec votre nouveau mot de passe.",
  },
  invitation: {
    title: "Configurez votre compte",
    lead: "Choisissez un mot de passe pour commencer à utiliser votre compte.",
    submit: "Enregistrer le mot de passe",
    doneTitle: "Votre compte est prêt",
    done: "Connectez-vous avec votre adresse e-mail et votre nouveau mot de passe.",
  },
  verify: {
    title: "Vérifiez votre adresse e-mail",
    lead: "Confirmez que {} est votre adresse e-mail.",
    submit: "Vérifier",
    doneTitle: "Votre adresse e-mail est vérifiée",
    done: "Merci. Tout est prêt.",
    already: "{} est déjà vérifiée. Il n’y a rien d’autre à faire.",
  },
  change: {
    title: "Changer d’adresse e-mail",
    lead: "Utiliser {} comme adresse e-mail de votre compte ?",
    submit: "Changer l’adresse",
    doneTitle: "Votre adresse e-mail a été modifiée",
    done: "Vous avez été déconnecté de tous les appareils. Connectez-vous avec votre nouvelle adresse.",
  },
  recover: {
    title: "Rétablir votre adresse e-mail",
    lead: "L’adresse e-mail de votre compte a été modifiée. Revenir à {} ?",
    submit: "Annuler la modification",
    doneTitle: "Votre adresse e-mail est rétablie",
    done: "Vous avez été déconnecté de tous les appareils. Si cette modification ne vient pas de vous, quelqu’un connaît peut-être votre mot de passe : choisissez-en un nouveau.",
    reset: "Choisir un nouveau mot de passe",
  },
  deadEnd: {
    expired: { title: "Ce lien a expiré", lead: "Les liens ne sont valables qu’un certain temps." },
    used: {
      title: "Ce lien ne fonctionne plus",
      lead: "Il a déjà été utilisé, ou un lien plus récent a été envoyé.",
    },
    incomplete: {
      title: "Ce lien est incomplet",
      lead: "Il en manque une partie. Ouvrez-le de nouveau depuis l’e-mail, ou copiez-le en entier.",
    },
    other: {
      title: "Ce lien ne peut pas être utilisé ici",
      lead: "Il a été créé pour autre chose. Demandez-en un nouveau.",
    },
    unanswered: "Impossible de vérifier ce lien pour le moment",
    newPassword: "Nous pouvons vous envoyer un nouveau lien pour choisir un mot de passe.",
    newVerification:
      "Si votre adresse e-mail n’est pas encore vérifiée, nous pouvons vous envoyer un nouveau lien.",
    newChange: "Connectez-vous pour recommencer.",
    newInvitation:
      "Si vous avez déjà choisi un mot de passe, connectez-vous. Sinon, demandez un nouveau lien avec « Mot de passe oublié ? » ou une nouvelle invitation à la personne qui vous a invité.",
    submit: "Envoyer un nouveau lien",
  },
  goOn: "Continuer",
  toSignIn: "Aller à la connexion",
  toAccount: "Aller à votre compte",
};
