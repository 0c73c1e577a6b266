import { initializeApp } from "firebase/app";
import {
  type AppCheck,
  getLimitedUseToken,
  getToken,
  initializeAppCheck,
  ReCaptchaEnterpriseProvider,
} from "firebase/app-check";
import { settings } from "../settings";

let appCheck: AppCheck | undefined;

/** Firebase's SDK wants the project's id or number; the number stands in the app's id. */
function start(): AppCheck {
  const { appId, siteKey, apiKey } = settings.appCheck;
  const app = initializeApp({ appId, apiKey, projectId: appId.split(":")[1] ?? "" });
  const provider = new ReCaptchaEnterpriseProvider(siteKey);
  return initializeAppCheck(app, { provider, isTokenAutoRefreshEnabled: false });
}

/** Gives a token of App Check: the one at hand while it is valid, or one that is good only once. */
export async function appCheckToken({ once }: { once: boolean }): Promise<string> {
  appCheck ??= start();
  return (await (once ? getLimitedUseToken(appCheck) : getToken(appCheck))).token;
}
