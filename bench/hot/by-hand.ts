import type { SignIn } from "../../functions/src/identity/sign-in";
import {
  type App,
  getFirestore,
  Timestamp,
} from "../../functions/testing/instances/firebase-admin";

/** What lies in the fields of a session that are secrets. */
const sealed = "x".repeat(400);

/**
 * Makes the calls that a sign-in needs, by hand and with nothing around them: the session at Firebase beside the limits,
 * the account beside its documents, the session's document and the trail beside the count of sessions.
 */
export function signInByHand(app: App, signIn: Pick<SignIn, "lookUp" | "withPassword">) {
  const firestore = getFirestore(app);
  return async (email: string, password: string): Promise<void> => {
    const [{ uid, idToken }] = await Promise.all([
      signIn.withPassword(email, password),
      firestore.getAll(firestore.doc(`limits/${email}`)),
    ]);
    const user = firestore.doc(`users/${uid}`);
    await Promise.all([
      signIn.lookUp(idToken),
      firestore.getAll(firestore.doc(`authState/${uid}`), user),
    ]);
    const batch = firestore.batch();
    const at = Timestamp.now();
    batch.create(user.collection("sessions").doc(), { createdAt: at, current: { sealed } });
    batch.create(firestore.collection("activity").doc(), { at, action: "sign-in", userId: uid });
    await Promise.all([batch.commit(), user.collection("sessions").count().get()]);
  };
}
