import type { Catalogue } from "./en";
import { isolate } from "./isolate";

export const es: Catalogue = {
  busy: "Un momento…",
  back: "Volver al inicio de sesión",
  tryAgain: "Intentar de nuevo",
  fields: {
    email: "Correo electrónico",
    password: "Contraseña",
    newPassword: "Contraseña nueva",
    repeatPassword: "Contraseña nueva, otra vez",
    firstName: "Nombre",
    lastName: "Apellidos",
  },
  flaws: {
    required: "Rellena este campo.",
    email: "Esto no es una dirección de correo.",
  },
  password: {
    rule: "De 8 a 4096 caracteres.",
    show: "Mostrar",
    strength: "Seguridad, aproximada:",
    strengths: { 0: "muy débil", 1: "débil", 2: "aceptable", 3: "fuerte" },
    mismatch: "Las dos no son iguales.",
  },
  signIn: {
    title: "Iniciar sesión",
    forgot: "¿Has olvidado la contraseña?",
    register: "Crear una cuenta",
    google: "Continuar con Google",
    or: "o",
    ended: "Tu sesión ha terminado. Vuelve a iniciar sesión.",
  },
  register: {
    title: "Crear una cuenta",
    submit: "Crear la cuenta",
    haveOne: "¿Tienes una cuenta? Inicia sesión",
  },
  forgot: {
    title: "¿Has olvidado la contraseña?",
    lead: "Dinos tu dirección y te enviaremos un enlace para elegir una nueva.",
    submit: "Enviar el enlace",
  },
  mailed: {
    title: "Mira tu correo",
    lead: (email) =>
      `Si hay una cuenta para ${isolate(email)}, un mensaje con un enlace está en camino. Puede tardar un minuto; mira también en el correo no deseado.`,
  },
  account: {
    title: "Tu cuenta",
    name: "Nombre",
    email: "Correo electrónico",
    role: "Rol",
    verified: "verificado",
    unverified: "aún sin verificar",
    unverifiedLead: "Te hemos enviado un enlace para verificar tu dirección.",
    resend: "Enviarlo de nuevo",
    resent: "Un mensaje con un enlace está en camino.",
    signOut: "Cerrar sesión",
    signOutEverywhere: "Cerrar sesión en todas partes",
    signedOut: "Has cerrado la sesión.",
    signedOutEverywhere: "Has cerrado la sesión aquí y en todas partes.",
  },
  newPassword: {
    title: "Elige una contraseña nueva",
    submit: "Guardar la contraseña",
    doneTitle: "Tu contraseña ha cambiado",
    done: "Hemos cerrado tu sesión en todas partes. Inicia sesión con la contraseña nueva.",
  },
  verify: {
    title: "Verifica tu dirección",
    lead: (email) => `¿Es ${isolate(email)} tu dirección de correo?`,
    submit: "Sí, verificarla",
    doneTitle: "Tu dirección está verificada",
    done: "Gracias. Ya puedes continuar.",
    already: (email) => `${isolate(email)} ya está verificada. No queda nada por hacer.`,
  },
  change: {
    title: "Cambia tu dirección",
    lead: (email) => `¿Debe ser ${isolate(email)} la dirección de correo de tu cuenta?`,
    submit: "Sí, cambiarla",
    doneTitle: "Tu dirección ha cambiado",
    done: "Hemos cerrado tu sesión en todas partes. Inicia sesión con la dirección nueva.",
  },
  recover: {
    title: "Recupera tu dirección",
    lead: (email) => `La dirección de tu cuenta se cambió. ¿Debe volver a ser ${isolate(email)}?`,
    submit: "Sí, restaurarla",
    doneTitle: "Has recuperado tu dirección",
    done: "Hemos cerrado tu sesión en todas partes. Si no fuiste tú quien la cambió, quizá alguien conozca tu contraseña: elige una nueva.",
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
      title: "Este enlace es para otra cosa",
      lead: "No corresponde a aquello para lo que se creó. Pide uno nuevo.",
    },
    unanswered: "Ahora no podemos comprobar este enlace",
    newPassword: "Podemos enviarte un enlace nuevo para elegir una contraseña:",
    newVerification: "Si tu dirección aún no está verificada, podemos enviarte un enlace nuevo:",
    newChange: "Inicia sesión para empezar de nuevo.",
    submit: "Enviar un enlace nuevo",
  },
  goOn: "Continuar",
  toSignIn: "Ir al inicio de sesión",
  retryIn: (minutes) =>
    minutes > 1
      ? `Inténtalo de nuevo dentro de ${minutes} minutos.`
      : "Inténtalo de nuevo dentro de un minuto.",
  problems: {
    "invalid-request": "Hay algo que no está bien en lo que has escrito. Revísalo.",
    "invalid-credentials": "El correo o la contraseña no son correctos.",
    "second-factor-required": "Esta cuenta pide un segundo factor, que esta página no admite.",
    "not-allowed": "No puedes hacer esto.",
    "not-signed-in": "No has iniciado sesión.",
    "session-revoked": "Tu sesión ha terminado. Vuelve a iniciar sesión.",
    "refresh-token-invalid": "Tu sesión ha terminado. Vuelve a iniciar sesión.",
    "user-disabled": "Esta cuenta está desactivada.",
    "sign-up-closed": "Por ahora no se pueden crear cuentas nuevas.",
    "email-exists": "Ya hay una cuenta con esta dirección.",
    "account-exists": "Ya hay una cuenta con esta dirección. Inicia sesión como la última vez.",
    "weak-password":
      "Esta contraseña es demasiado débil. Elige una más larga, de 8 a 4096 caracteres.",
    "action-code-invalid": "Este enlace ya no funciona.",
    "action-code-expired": "Este enlace ha caducado.",
    "too-many-attempts": "Ha habido demasiados intentos.",
    unavailable: "Ahora no se puede conectar. Comprueba tu conexión e inténtalo de nuevo.",
    internal: "Algo ha fallado por nuestra parte.",
  },
};
