import { AuthError } from "../../src/errors";
import type { Outcome } from "./transport";

/** The outcome of a call in this process. */
export async function outcomeOf(reply: Promise<unknown>): Promise<Outcome> {
  try {
    return { reply: await reply };
  } catch (error) {
    if (!(error instanceof AuthError)) throw error;
    return { refusal: error.code, message: error.message, details: { ...error.details } };
  }
}
