import { type Access, access } from "../access/access";
import { documentRoles } from "../access/document-roles";
import type { AccountStates } from "../access/live/account-state";
import { firestoreAccountStates } from "../access/live/firestore-account-states";
import { type LiveState, liveState } from "../access/live/live-state";
import {
  emulatorTokenVerifier,
  refuseEmulatorWhenDeployed,
} from "../access/tokens/emulator-token-verifier";
import { firebaseTokenVerifier } from "../access/tokens/firebase-token-verifier";
import type { Settings } from "../config";
import { logLiveState } from "./operator-log";
import { firestoreUsers } from "../users/firestore-users";
import type { UserDirectory } from "../users/user-directory";
import { type Project, projectOf } from "./firebase-app";
import { type DatabaseSettings, projectDatabase } from "./project-database";

// This happens first in an instance: one that would accept unsigned tokens must not start.
refuseEmulatorWhenDeployed(process.env);

/** What decides about tokens, and what it uses for that. */
export interface ProjectAccess {
  access: Access;
  states: AccountStates;
  live: LiveState;
  users: UserDirectory;
}

export type AccessSettings = Pick<
  Settings,
  "liveStateMaxAgeSeconds" | "requireVerifiedEmail" | "freshSignInSeconds" | "roles"
> &
  DatabaseSettings;

/** Wires what decides about the tokens of a project. */
export function projectAccess(firebase: Project, settings: AccessSettings): ProjectAccess {
  const database = projectDatabase(firebase, settings);
  const projectId = projectOf(firebase);
  const states = firestoreAccountStates(database);
  const users = firestoreUsers(database);
  const live = liveState(states, {
    maxAgeSeconds: settings.liveStateMaxAgeSeconds,
    report: logLiveState,
  });
  const verifier = process.env.FIREBASE_AUTH_EMULATOR_HOST
    ? emulatorTokenVerifier({ projectId })
    : firebaseTokenVerifier({ projectId });
  const { requireVerifiedEmail, freshSignInSeconds } = settings;
  const roles = documentRoles(users, settings);
  return {
    access: access({ verifier, live, requireVerifiedEmail, freshSignInSeconds, roles }),
    states,
    live,
    users,
  };
}
