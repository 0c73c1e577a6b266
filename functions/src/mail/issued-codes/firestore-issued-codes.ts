import { FieldValue, Timestamp } from "firebase-admin/firestore";
import type { AuthKeys } from "../../auth-keys";
import type { Database } from "../../database";
import { reach } from "../../firestore";
import type { IssuedCodes } from "./issued-codes";

/** Milliseconds for which a code is remembered: more than twice as long as Firebase's codes are valid. */
const keptMilliseconds = 7 * 24 * 60 * 60_000;

/**
 * Keeps issued codes in `issuedCodes/{hash}`, by a hash keyed with the server's secret: nobody who reads the database can
 * recover or guess a code.
 */
export function firestoreIssuedCodes(
  database: Database,
  keys: Pick<AuthKeys, "derive">,
): IssuedCodes {
  /** One hash for each of the server's keys, newest first. */
  const documentsOf = (code: string) =>
    keys
      .derive("issued code", Buffer.from(code))
      .map((hash) => database.collection("issuedCodes").doc(Buffer.from(hash).toString("hex")));

  return {
    async note(code) {
      const [document] = documentsOf(code);
      const expireAt = Timestamp.fromMillis(Date.now() + keptMilliseconds);
      const issuedAt = FieldValue.serverTimestamp();
      await reach(Promise.resolve(document?.set({ issuedAt, expireAt })));
    },

    async find(code) {
      const found = await reach(database.firestore.getAll(...documentsOf(code)));
      const [issuedAt] = found.flatMap((document) => {
        const at: unknown = document.get("issuedAt");
        return at instanceof Timestamp ? [at.toMillis()] : [];
      });
      return issuedAt;
    },
  };
}
