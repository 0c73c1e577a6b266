import type { Messages } from "./messages";

export const fr: Messages = {
  hello: (firstName) => `Bonjour ${firstName},`,
  helloNobody: "Bonjour,",
  linkHint: "Si le bouton ne fonctionne pas, copiez cette adresse dans votre navigateur :",
  support: (address) => `Une question ? Écrivez à ${address}.`,
  report: (address) => `Si vous ne vous y attendiez pas, écrivez immédiatement à ${address}.`,
  resetButton: "Réinitialiser le mot de passe",
  accountButton: "Accéder à votre compte",
  registerButton: "Créer un compte",
  unknownDevice: "inconnu",
  device: (device) => `Appareil : ${device}`,
  time: (moment) => `Date et heure : ${moment}`,
  until: (moment) => `Le lien ne fonctionne qu’une fois, jusqu’au ${moment}.`,
  sentBy: (app) => `Ce message a été envoyé automatiquement par ${app}.`,
  noReplies: "Les réponses ne sont pas lues.",

  "password-reset": {
    subject: ({ app }) => `Choisissez un nouveau mot de passe pour ${app}`,
    lead: ({ app }) =>
      `Une demande de réinitialisation du mot de passe de votre compte ${app} nous est parvenue. Si elle vient de vous, choisissez-en un nouveau ici.`,
    button: "Choisir un nouveau mot de passe",
    advice:
      "Le lien ne fonctionne qu’une fois, pendant une heure. Si vous n’êtes pas à l’origine de cette demande, ignorez ce message : votre mot de passe reste inchangé.",
  },
  "email-verification": {
    subject: ({ app }) => `Confirmez votre adresse e-mail pour ${app}`,
    lead: ({ app }) =>
      `Merci de confirmer que cette adresse est bien la vôtre et que vous souhaitez l’utiliser avec ${app}.`,
    button: "Confirmer l’adresse e-mail",
    advice:
      "Le lien ne fonctionne qu’une fois, pendant trois jours. Si vous ne vous êtes pas inscrit, ignorez ce message.",
  },
  "email-change": {
    subject: ({ app }) => `Confirmez votre nouvelle adresse e-mail pour ${app}`,
    lead: ({ app }) =>
      `Quelqu’un souhaite utiliser cette adresse e-mail pour son compte ${app}. Si c’est vous, confirmez-la ici. Tous vos appareils seront déconnectés, et vous vous connecterez désormais avec cette adresse.`,
    button: "Utiliser cette adresse e-mail",
    advice:
      "Le lien ne fonctionne qu’une fois. Si vous n’êtes pas à l’origine de cette demande, ignorez ce message : rien ne changera.",
  },
  invitation: {
    subject: ({ app }) => `Vous êtes invité à rejoindre ${app}`,
    lead: ({ app }) =>
      `Un administrateur a créé un compte ${app} pour vous. Choisissez un mot de passe pour commencer à l’utiliser.`,
    button: "Accepter l’invitation",
    advice: "Si vous ne savez pas de quoi il s’agit, vous pouvez ignorer ce message.",
  },
  "sign-up": {
    subject: ({ app }) => `Terminez la création de votre compte ${app}`,
    lead: ({ app }) =>
      `Un compte ${app} a été demandé avec cette adresse e-mail. Si c’était vous, choisissez un mot de passe pour commencer à l’utiliser.`,
    button: "Choisir un mot de passe",
    advice:
      "Si vous n’êtes pas à l’origine de cette demande, ignorez ce message : personne ne peut utiliser ce compte.",
  },
  "password-changed": {
    subject: ({ app }) => `Le mot de passe de votre compte ${app} a été modifié`,
    lead: ({ app }) =>
      `Le mot de passe de votre compte ${app} vient d’être modifié, et tous les appareils ont été déconnectés.`,
    advice:
      "Si c’était vous, vous n’avez rien à faire. Sinon, réinitialisez immédiatement votre mot de passe.",
  },
  "email-change-requested": {
    subject: ({ app }) => `Demande de changement de l’adresse e-mail de votre compte ${app}`,
    lead: ({ app }) =>
      `Une personne connectée à votre compte ${app} a demandé à en changer l’adresse e-mail. Elle changera dès que le lien envoyé à la nouvelle adresse sera utilisé.`,
    advice:
      "Si c’était vous, vous n’avez rien à faire. Sinon, réinitialisez immédiatement votre mot de passe.",
  },
  "email-changed": {
    subject: ({ app }) => `L’adresse e-mail de votre compte ${app} a été modifiée`,
    lead: ({ app }) =>
      `Votre compte ${app} utilise désormais une autre adresse e-mail. Celle-ci ne permet plus de se connecter et ne recevra plus de messages.`,
    advice: "",
  },
  "address-taken": {
    subject: ({ app }) => `Vous avez déjà un compte ${app}`,
    lead: ({ app }) =>
      `Quelqu’un a voulu utiliser cette adresse e-mail pour un autre compte ${app}. C’est impossible, car votre compte l’utilise déjà. Personne d’autre n’en a été informé.`,
    advice:
      "Si c’était vous, connectez-vous avec cette adresse ; si vous avez oublié le mot de passe, réinitialisez-le. Sinon, vous n’avez rien à faire.",
  },
  "sessions-revoked": {
    subject: ({ app }) => `Vous avez été déconnecté de ${app} sur tous vos appareils`,
    lead: ({ app }) => `Un administrateur a mis fin à toutes les sessions de votre compte ${app}.`,
    advice:
      "Vous pouvez vous reconnecter à tout moment. Si vous ne vous y attendiez pas, réinitialisez votre mot de passe.",
  },
  "role-changed": {
    subject: ({ app }) => `Votre rôle dans ${app} a été modifié`,
    lead: ({ app, role }) =>
      `Un administrateur a modifié votre rôle dans ${app}. C’est maintenant « ${role} ».`,
    advice: "",
  },
  "new-device": {
    subject: ({ app }) => `Nouvelle connexion à votre compte ${app}`,
    lead: ({ app }) =>
      `Quelqu’un s’est connecté à votre compte ${app} depuis un appareil ou un réseau que nous ne connaissions pas.`,
    advice:
      "Si c’était vous, vous n’avez rien à faire. Sinon, réinitialisez immédiatement votre mot de passe : tous les appareils seront déconnectés.",
  },
  "session-stolen": {
    subject: ({ app }) => `Votre compte ${app} a été utilisé de deux endroits à la fois`,
    lead: ({ app }) =>
      `Une connexion à votre compte ${app} a été utilisée par deux appareils, comme lorsqu’elle est volée. Nous avons déconnecté tous vos appareils.`,
    advice:
      "Reconnectez-vous. Si vous ne savez pas comment cela a pu arriver, réinitialisez d’abord votre mot de passe.",
  },
  "account-deleted": {
    subject: ({ app }) => `Votre compte ${app} a été supprimé`,
    lead: ({ app }) =>
      `Votre compte ${app} vient d’être supprimé, avec tout ce que nous conservions à votre sujet.`,
    advice: "Vous pouvez créer un autre compte à tout moment.",
  },
};
