import { AuthError } from "../../src/errors";

/** The outcome of a check: its answer, or the code of its refusal. Anything else is a bug and is thrown. */
export async function verdict<Answer>(check: () => Answer | Promise<Answer>): Promise<unknown> {
  try {
    return await check();
  } catch (error) {
    if (error instanceof AuthError) return error.code;
    throw error;
  }
}
