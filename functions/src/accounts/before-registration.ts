import { withinDeadline } from "../deadline";
import { AuthError, isRefusal } from "../errors";

/** Who wants to register, as they say. Nothing of it is proved yet. */
export interface Registration {
  readonly email: string;
  readonly firstName: string;
  readonly lastName: string;
  /** A BCP 47 tag. */
  readonly locale: string | null;
}

/** Lets somebody register by returning, and refuses by throwing an `AuthError`. */
export type RegistrationCheck = (who: Registration) => void | Promise<void>;

/** Milliseconds that a check may take, as Firebase gives its own blocking functions. */
const deadline = 7_000;

const checks = new Set<RegistrationCheck>();

/**
 * Has a function of yours asked before `register` makes an account: Firebase does not run a `beforeUserCreated` then.
 * Whoever it throws an `AuthError` for gets `not-allowed`, and nothing is made; any other error is a bug and makes
 * nothing either. One that takes longer than 7 seconds is `unavailable`. Call this while your module loads.
 *
 * @returns A function that takes the check away again.
 */
export function beforeRegistration(check: RegistrationCheck): () => void {
  checks.add(check);
  return () => void checks.delete(check);
}

/** Asks every check. @throws {AuthError} `not-allowed`; `unavailable`. */
export async function checkRegistration(who: Registration): Promise<void> {
  try {
    const asked = [...checks].map(async (check) => check({ ...who }));
    await withinDeadline("The check of registrations", Promise.all(asked), deadline);
  } catch (error) {
    if (isRefusal(error)) throw new AuthError("not-allowed", undefined, { cause: error });
    throw error;
  }
}
