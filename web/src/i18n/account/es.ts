import type { AccountCatalogue } from "./en";

export const es: AccountCatalogue = {
  title: "Tu cuenta",
  back: "Volver a tu cuenta",
  verified: "Verificado",
  unverified: "Sin verificar",
  verify: "Verifica tu correo electrónico",
  unsent: "Enviaremos un enlace a {}. Ábrelo para confirmar que la dirección es tuya.",
  sent: "Hemos enviado un enlace a {}. Mira también en la carpeta de spam.",
  send: "Enviar enlace",
  resend: "Reenviar",
  password: "Contraseña",
  passwordLead: "Te enviaremos un enlace para elegir una nueva.",
  changePassword: "Cambiar la contraseña",
  sessions: "Sesiones",
  signOut: "Cerrar sesión",
  everywhereLead:
    "¿Has perdido un dispositivo o iniciaste sesión en uno ajeno? Cierra todas las sesiones, incluida esta.",
  signOutEverywhere: "Cerrar sesión en todas partes",
  signedOut: "Has cerrado la sesión.",
  signedOutEverywhere: "Has cerrado la sesión en todos los dispositivos.",
  goOn: "Continuar a {}",
};
