import { type AppCheck, appCheck } from "../access/app-check";
import { appCheckVerifier } from "../access/tokens/app-check-verifier";
import type { Settings } from "../config";
import { accessTokens } from "../identity/platform/access-tokens";
import { appCheckConsumption } from "../identity/app-check-consumption";
import { type Project, projectOf } from "./firebase-app";
import { appCheckFailed } from "./operator-log";

/** App Check as the project's parameters say. */
export function projectAppCheck(firebase: Project, settings: Settings): AppCheck {
  const projectId = projectOf(firebase);
  return appCheck({
    mode: settings.appCheck,
    verify: appCheckVerifier({ projectId }),
    once: settings.appCheckConsume,
    consume: appCheckConsumption({ projectId, accessToken: accessTokens(firebase) }),
    failed: appCheckFailed,
  });
}
