import type { Settings } from "../config";
import { passwordUnchecked } from "./operator-log";
import { breachedPasswords } from "../passwords/breached-passwords";
import { type PasswordRules, passwordRules } from "../passwords/password-rules";

/** The rules for new passwords as the project's parameters say them. */
export function projectPasswordRules(settings: Settings): PasswordRules {
  return passwordRules({
    minLength: settings.passwordMinLength,
    refuseCommon: settings.commonPasswords === "refuse",
    appName: settings.appName,
    breached:
      settings.breachedPasswords === "check"
        ? breachedPasswords({ unanswered: passwordUnchecked })
        : undefined,
  });
}
