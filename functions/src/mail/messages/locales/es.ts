import type { Messages } from "./messages";

export const es: Messages = {
  hello: (firstName) => `Hola, ${firstName}:`,
  helloNobody: "Hola:",
  linkHint: "Si el botón no funciona, copia esta dirección en tu navegador:",
  support: (address) => `¿Tienes preguntas? Escribe a ${address}.`,
  report: (address) => `Si no lo esperabas, escribe de inmediato a ${address}.`,
  resetButton: "Restablecer la contraseña",
  accountButton: "Ir a tu cuenta",
  registerButton: "Crear una cuenta",
  unknownDevice: "desconocido",
  device: (device) => `Dispositivo: ${device}`,
  time: (moment) => `Fecha y hora: ${moment}`,
  until: (moment) => `El enlace funciona una sola vez, hasta el ${moment}.`,
  sentBy: (app) => `${app} ha enviado este mensaje automáticamente.`,
  noReplies: "Las respuestas no se leen.",

  "password-reset": {
    subject: ({ app }) => `Elige una contraseña nueva para ${app}`,
    lead: ({ app }) =>
      `Alguien ha pedido restablecer la contraseña de tu cuenta de ${app}. Si has sido tú, elige una nueva aquí.`,
    button: "Elegir una contraseña nueva",
    advice:
      "El enlace funciona una sola vez, durante una hora. Si no has sido tú, ignora este mensaje: tu contraseña no cambiará.",
  },
  "email-verification": {
    subject: ({ app }) => `Confirma tu correo electrónico para ${app}`,
    lead: ({ app }) => `Confirma que esta dirección es tuya y que quieres usarla con ${app}.`,
    button: "Confirmar el correo electrónico",
    advice:
      "El enlace funciona una sola vez, durante tres días. Si no te has registrado, ignora este mensaje.",
  },
  "email-change": {
    subject: ({ app }) => `Confirma tu nuevo correo electrónico para ${app}`,
    lead: ({ app }) =>
      `Alguien quiere usar este correo electrónico para su cuenta de ${app}. Si eres tú, confírmalo aquí. Se cerrará la sesión en todos los dispositivos y, a partir de entonces, iniciarás sesión con esta dirección.`,
    button: "Usar este correo electrónico",
    advice:
      "El enlace funciona una sola vez. Si no has sido tú, ignora este mensaje: no cambiará nada.",
  },
  invitation: {
    subject: ({ app }) => `Te han invitado a ${app}`,
    lead: ({ app }) =>
      `Un administrador ha creado una cuenta de ${app} para ti. Elige una contraseña para empezar a usarla.`,
    button: "Aceptar la invitación",
    advice: "Si no sabes de qué se trata, puedes ignorar este mensaje.",
  },
  "sign-up": {
    subject: ({ app }) => `Termina de crear tu cuenta de ${app}`,
    lead: ({ app }) =>
      `Alguien ha solicitado una cuenta de ${app} con esta dirección de correo. Si has sido tú, elige una contraseña para empezar a usarla.`,
    button: "Elegir una contraseña",
    advice: "Si no has sido tú, ignora este mensaje: nadie puede usar la cuenta.",
  },
  "password-changed": {
    subject: ({ app }) => `Se ha cambiado tu contraseña de ${app}`,
    lead: ({ app }) =>
      `La contraseña de tu cuenta de ${app} se acaba de cambiar y se ha cerrado la sesión en todos los dispositivos.`,
    advice:
      "Si has sido tú, no tienes que hacer nada. Si no, restablece tu contraseña de inmediato.",
  },
  "email-change-requested": {
    subject: ({ app }) => `Alguien ha pedido cambiar el correo electrónico de tu cuenta de ${app}`,
    lead: ({ app }) =>
      `Alguien que ha iniciado sesión en tu cuenta de ${app} ha pedido otro correo electrónico. Cambiará cuando se use el enlace que hemos enviado a la nueva dirección.`,
    advice:
      "Si has sido tú, no tienes que hacer nada. Si no, restablece tu contraseña de inmediato.",
  },
  "email-changed": {
    subject: ({ app }) => `Se ha cambiado el correo electrónico de tu cuenta de ${app}`,
    lead: ({ app }) =>
      `Tu cuenta de ${app} usa ahora otra dirección de correo electrónico. Esta ya no sirve para iniciar sesión ni recibirá más mensajes.`,
    advice: "",
  },
  "address-taken": {
    subject: ({ app }) => `Ya tienes una cuenta de ${app}`,
    lead: ({ app }) =>
      `Alguien ha querido usar este correo electrónico para otra cuenta de ${app}. No es posible, porque ya lo usa la tuya. No se lo hemos dicho a nadie más.`,
    advice:
      "Si has sido tú, inicia sesión con esta dirección; si no recuerdas la contraseña, restablécela. Si no, no tienes que hacer nada.",
  },
  "sessions-revoked": {
    subject: ({ app }) => `Se ha cerrado tu sesión de ${app} en todos los dispositivos`,
    lead: ({ app }) => `Un administrador ha cerrado todas las sesiones de tu cuenta de ${app}.`,
    advice:
      "Puedes volver a iniciar sesión cuando quieras. Si no lo esperabas, restablece tu contraseña.",
  },
  "role-changed": {
    subject: ({ app }) => `Se ha cambiado tu rol en ${app}`,
    lead: ({ app, role }) => `Un administrador ha cambiado tu rol en ${app}. Ahora es «${role}».`,
    advice: "",
  },
  "new-device": {
    subject: ({ app }) => `Nuevo inicio de sesión en tu cuenta de ${app}`,
    lead: ({ app }) =>
      `Alguien ha iniciado sesión en tu cuenta de ${app} desde un dispositivo o una red que no conocíamos.`,
    advice:
      "Si has sido tú, no tienes que hacer nada. Si no, restablece tu contraseña de inmediato: así se cerrarán todas las sesiones.",
  },
  "session-stolen": {
    subject: ({ app }) => `Tu cuenta de ${app} se ha usado desde dos sitios a la vez`,
    lead: ({ app }) =>
      `Dos dispositivos han usado una misma sesión de tu cuenta de ${app}, como ocurre cuando la roban. Hemos cerrado la sesión en todos los dispositivos.`,
    advice:
      "Inicia sesión de nuevo. Si no sabes cómo ha podido ocurrir, restablece antes tu contraseña.",
  },
  "account-deleted": {
    subject: ({ app }) => `Se ha eliminado tu cuenta de ${app}`,
    lead: ({ app }) =>
      `Tu cuenta de ${app} se acaba de eliminar, con todo lo que guardábamos sobre ti.`,
    advice: "Puedes crear otra cuenta cuando quieras.",
  },
};
