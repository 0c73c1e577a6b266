import { AuthError } from "../../src/errors";

/** What came of a check: its answer, or the code it was refused with. Anything else is a bug and thrown. */
export async function verdict<Answer>(check: () => Answer | Promise<Answer>): Promise<unknown> {
  try {
    return await check();
  } catch (error) {
    if (error instanceof AuthError) return error.code;
    throw error;
  }
}
