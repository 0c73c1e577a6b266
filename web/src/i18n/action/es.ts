import type { ActionCatalogue } from "./en";

export const es: ActionCatalogue = {
  newPassword: {
    title: "Elige una contraseña nueva",
    submit: "Guardar la contraseña",
    doneTitle: "Se ha cambiado tu contraseña",
    done: "Se ha cerrado tu sesión en todos los dispositivos. Inicia sesión con la contraseña nueva.",
  },
  invitation: {
    title: "Configura tu cuenta",
    lead: "Elige una contraseña para empezar a usar tu cuenta.",
    submit: "Guardar contraseña",
    doneTitle: "Tu cuenta está lista",
    done: "Inicia sesión con tu correo electrónico y tu nueva contraseña.",
  },
  verify: {
    title: "Verifica tu correo electrónico",
    lead: "Confirma que {} es tu correo electrónico.",
    submit: "Verificar",
    doneTitle: "Tu correo electrónico está verificado",
    done: "Gracias. Ya está todo listo.",
    already: "{} ya está verificado. No queda nada por hacer.",
  },
  change: {
    title: "Cambia tu correo electrónico",
    lead: "¿Usar {} como correo electrónico de tu cuenta?",
    submit: "Cambiar la dirección",
    doneTitle: "Se ha cambiado tu correo electrónico",
    done: "Se ha cerrado tu sesión en todos los dispositivos. Inicia sesión con la dirección nueva.",
  },
  recover: {
    title: "Recupera tu correo electrónico",
    lead: "Se cambió el correo electrónico de tu cuenta. ¿Volver a {}?",
    submit: "Deshacer el cambio",
    doneTitle: "Has recuperado tu correo electrónico",
    done: "Se ha cerrado tu sesión en todos los dispositivos. Si el cambio no lo hiciste tú, quizá alguien conozca tu contraseña: elige una nueva.",
    reset: "Elegir una contraseña nueva",
  },
  deadEnd: {
    expired: {
      title: "Este enlace ha caducado",
      lead: "Los enlaces funcionan durante un tiempo limitado.",
    },
    used: {
      title: "Este enlace ya no funciona",
      lead: "Ya se ha usado, o se ha enviado uno más reciente.",
    },
    incomplete: {
      title: "Este enlace está incompleto",
      lead: "Falta una parte. Ábrelo de nuevo desde el correo o cópialo entero.",
    },
    other: {
      title: "Este enlace no sirve aquí",
      lead: "Se creó para otra cosa. Pide uno nuevo.",
    },
    unanswered: "Ahora no podemos comprobar este enlace",
    newPassword: "Podemos enviarte un enlace nuevo para elegir una contraseña.",
    newVerification: "Si tu correo aún no está verificado, podemos enviarte un enlace nuevo.",
    newChange: "Inicia sesión para empezar de nuevo.",
    newInvitation:
      "Si ya has elegido una contraseña, inicia sesión. Si no, pide un enlace nuevo con «¿Has olvidado la contraseña?» o una nueva invitación a quien te invitó.",
    submit: "Enviar un enlace nuevo",
  },
  goOn: "Continuar",
  toSignIn: "Ir al inicio de sesión",
  toAccount: "Ir a tu cuenta",
};
