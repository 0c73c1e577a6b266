import { type Check, Missing } from "./check";
import type { Plan } from "./plan";
import { once, type Tools } from "./tools";

/** What is used of Identity Toolkit's configuration. */
interface Config {
  signIn?: { email?: { enabled?: boolean; passwordRequired?: boolean } };
  subtype?: "IDENTITY_PLATFORM" | "FIREBASE_AUTH";
}

/** Checks how the project's Authentication is set up. */
export function authenticationChecks(
  { project, parameters }: Plan,
  { get }: Tools,
): readonly Check[] {
  const address = `https://identitytoolkit.googleapis.com/admin/v2/projects/${project}/config`;
  const config = once(() => get<Config>(address));
  const platform: Check = {
    what: "BLOCKING_FUNCTIONS is on: the project is upgraded to Identity Platform",
    look: async () => {
      if ((await config()).subtype !== "IDENTITY_PLATFORM") throw new Missing();
      return undefined;
    },
    fix: `open https://console.cloud.google.com/customer-identity?project=${project} and upgrade`,
  };
  return [
    {
      what: "Authentication is set up",
      look: () => config().then(() => undefined),
      fix: `open https://console.firebase.google.com/project/${project}/authentication and choose "Get started"`,
      then: [
        {
          what: "people sign in with e-mail and password",
          look: async () => {
            const { enabled, passwordRequired } = (await config()).signIn?.email ?? {};
            if (!enabled) throw new Missing("it is off");
            if (!passwordRequired) throw new Missing("a mailed link alone lets them in");
            return undefined;
          },
          fix: enableCommand(address, project),
        },
        ...(parameters.BLOCKING_FUNCTIONS === "on" ? [platform] : []),
      ],
    },
  ];
}

/** gcloud has no command for it. */
const enableCommand = (address: string, project: string) =>
  `curl -X PATCH '${address}?updateMask=signIn.email' -H "Authorization: Bearer $(gcloud auth print-access-token)" ` +
  `-H 'X-Goog-User-Project: ${project}' -H 'Content-Type: application/json' ` +
  `-d '{"signIn":{"email":{"enabled":true,"passwordRequired":true}}}'`;
