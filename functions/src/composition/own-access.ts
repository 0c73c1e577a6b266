import { firebaseProject } from "./firebase-app";
import { deployedSettings } from "./own-settings";
import { type ProjectAccess, projectAccess } from "./project-access";

let own: ProjectAccess | undefined;

/** What decides by this project's parameters: the same for guards and operations, and built when it is first asked for. */
export const ownAccess = (): ProjectAccess =>
  (own ??= projectAccess(firebaseProject(), deployedSettings()));
