import { type AppCheck, appCheck } from "../access/app-check";
import { appCheckVerifier } from "../access/tokens/app-check-verifier";
import type { Settings } from "../config";
import { appCheckFailed } from "./operator-log";

/** App Check as the project's parameter says. */
export const projectAppCheck = (projectId: string, { appCheck: mode }: Settings): AppCheck =>
  appCheck({ mode, verify: appCheckVerifier({ projectId }), failed: appCheckFailed });
