import { access } from "../functions/src/access/access";
import { requireRole } from "../functions/src/access/guards";
import { firestoreAccountStates } from "../functions/src/access/live/firestore-account-states";
import { liveState } from "../functions/src/access/live/live-state";
import type { TokenVerifier } from "../functions/src/access/token-verifier";
import { type App, getAuth, getFirestore } from "../functions/testing/instances/firebase-admin";
import { databaseOf } from "../functions/src/database";

/** Decides whether the bearer of a token holds the role `User` now. */
export type Decider = (token: string) => Promise<boolean>;

/** Decides as this project does, with its default maximum age. */
export function ourDecider(app: App, verifier: TokenVerifier): Decider {
  const live = liveState(firestoreAccountStates(databaseOf(getFirestore(app))), {
    maxAgeSeconds: 5,
  });
  const our = access({
    verifier,
    live,
    requireVerifiedEmail: true,
    roles: { defaultRole: "User", find: () => Promise.resolve("User") },
  });
  const guard = requireRole("User");
  return async (token) => (await our.authorize(token, guard)).allowed;
}

/** Decides as the usual back end does that wants to be as fresh: it asks Firebase on every request. */
export function usualDecider(app: App): Decider {
  const auth = getAuth(app);
  const users = getFirestore(app).collection("users");
  return async (token) => {
    try {
      const { uid } = await auth.verifyIdToken(token, true);
      const { disabled, emailVerified } = await auth.getUser(uid);
      const user = await users.doc(uid).get();
      return !disabled && emailVerified && user.get("role") === "User";
    } catch {
      return false;
    }
  };
}
