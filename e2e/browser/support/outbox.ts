import { stored } from "./firestore";

/** Stores a mail that failed a moment ago, as a worker leaves it. Returns its id. */
export function newFailedMail(
  addressee: { address: string } | { uid: string },
  reason: string,
): Promise<string> {
  const outcome = { state: "failed", attempts: 15, reason };
  const mail = { kind: "password-reset", locale: null, ...addressee, ...outcome };
  return stored("outbox", "createdAt", mail);
}
