import { z } from "zod";
import { AuthError, unavailable } from "../errors";
import type { ActionCodes, ActionMode } from "./action-codes";
import { type RestApiOptions, restApi } from "./rest/rest-api";
import type { Meanings } from "./rest/rest-errors";

/** What Firebase's codes mean here; elsewhere some of them are about an e-mail and a password. */
export const actionCodeMeanings: Meanings = {
  INVALID_OOB_CODE: "action-code-invalid",
  MISSING_OOB_CODE: "action-code-invalid",
  EMAIL_NOT_FOUND: "action-code-invalid",
  USER_NOT_FOUND: "action-code-invalid",
  OPERATION_NOT_ALLOWED: "action-code-invalid",
  EXPIRED_OOB_CODE: "action-code-expired",
  WEAK_PASSWORD: "weak-password",
  PASSWORD_DOES_NOT_MEET_REQUIREMENTS: "weak-password",
  EMAIL_EXISTS: "email-exists",
};

const modes: Readonly<Record<string, ActionMode>> = {
  PASSWORD_RESET: "resetPassword",
  VERIFY_EMAIL: "verifyEmail",
  VERIFY_AND_CHANGE_EMAIL: "verifyAndChangeEmail",
  RECOVER_EMAIL: "recoverEmail",
  REVERT_SECOND_FACTOR_ADDITION: "revertSecondFactorAddition",
  EMAIL_SIGNIN: "signIn",
};

const address = z
  .string()
  .transform((text) => text.toLowerCase())
  .nullish()
  .transform((text) => text ?? null);

const checked = z.object({ requestType: z.string(), email: address, newEmail: address });

const applied = z.object({ localId: z.string().min(1) });

/** Checks and uses codes over the REST API, as the web SDK's own page for them does. */
export function firebaseActionCodes(options: RestApiOptions): ActionCodes {
  const api = restApi(options);
  return {
    async check(code) {
      const body = await api.accounts("resetPassword", { oobCode: code }, actionCodeMeanings);
      const { requestType, email, newEmail } = read(checked, body);
      const mode = modes[requestType];
      if (!mode) throw new AuthError("action-code-invalid");
      return mode === "verifyAndChangeEmail"
        ? { mode, email: newEmail, previousEmail: email }
        : { mode, email, previousEmail: newEmail };
    },

    async resetPassword(code, newPassword) {
      await api.accounts("resetPassword", { oobCode: code, newPassword }, actionCodeMeanings);
    },

    async apply(code) {
      return read(applied, await api.accounts("update", { oobCode: code }, actionCodeMeanings))
        .localId;
    },
  };
}

function read<Shape extends z.ZodType>(shape: Shape, body: unknown): z.output<Shape> {
  const reply = shape.safeParse(body);
  if (reply.success) return reply.data;
  throw unavailable("Firebase Auth", { problem: "a reply of an unknown shape" });
}
