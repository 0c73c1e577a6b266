import type { RequestedMail } from "../../src/mail/outbox/outbox";
import type { PostOffice } from "./post-office";

/** A mail that resets a password. */
export const reset = (address: string): RequestedMail => ({
  kind: "password-reset",
  address,
  locale: null,
});

/** Makes an account that can be mailed, and says its address. */
export async function newAccount({ auth, newEmail }: PostOffice): Promise<string> {
  const email = newEmail();
  await auth.createUser({ email });
  return email;
}

/** Why the entries for an address are at rest, in order of the words. */
export async function endings({ firestore }: PostOffice, address: string): Promise<string[]> {
  const { docs } = await firestore.collection("outbox").where("address", "==", address).get();
  return docs.map((entry) => String(entry.get("reason") ?? entry.get("state"))).sort();
}
