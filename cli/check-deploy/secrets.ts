import { readSecret, type SecretName, secrets } from "../../functions/src/config";
import type { Secret } from "../../functions/src/config/parameter";
import { type Check, Missing } from "./check";
import type { Tools } from "./tools";

/** Checks that each secret is there and can be read as what it is. No value is shown. */
export const secretChecks = ({ gcloud }: Tools): readonly Check[] =>
  (Object.keys(secrets) as SecretName[]).map((name) => ({
    what: `the secret ${name} is set`,
    look: async () => {
      const text = await gcloud("secrets", "versions", "access", "latest", `--secret=${name}`);
      try {
        readSecret(name, { [name]: text.trim() });
      } catch (error) {
        throw new Missing((error as Error).message);
      }
      return undefined;
    },
    fix: secretCommand(name),
  }));

/** The command that sets a secret, to a random value where one will do. */
function secretCommand(name: SecretName): string {
  const { madeBy }: Secret = secrets[name];
  const set = `npx firebase functions:secrets:set ${name}`;
  return madeBy === undefined ? set : `${madeBy} | ${set} --data-file -`;
}
