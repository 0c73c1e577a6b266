import { type Check, Missing } from "./check";
import type { Tools } from "./tools";

interface Key {
  restrictions?: {
    browserKeyRestrictions?: object;
    androidKeyRestrictions?: object;
    iosKeyRestrictions?: object;
    serverKeyRestrictions?: object;
    apiTargets?: { service: string }[];
  };
}

const needed = ["identitytoolkit.googleapis.com", "securetoken.googleapis.com"];

/** Checks that servers may use the key: they send no referrer, and their addresses change. */
export const webApiKeyCheck = (key: string, { gcloud, read }: Tools): Check => ({
  what: "servers may use WEB_API_KEY",
  look: async () => {
    const lookup = ["services", "api-keys", "lookup", key, "--format=value(name)"];
    const name = (await gcloud(...lookup)).trim();
    const { restrictions } = await read<Key>("services", "api-keys", "describe", name);
    const { apiTargets = [], ...clients } = restrictions ?? {};
    const update = `gcloud services api-keys update ${name}`;
    const targets = needed.map((service) => `--api-target=service=${service}`).join(" ");
    const fix = `${update} --clear-restrictions && ${update} ${targets}`;
    const [kind] = Object.keys(clients);
    if (kind !== undefined) throw new Missing(`it has ${kind}`, fix);
    const allowed = apiTargets.map(({ service }) => service);
    const lacking = allowed.length === 0 ? [] : needed.filter((api) => !allowed.includes(api));
    if (lacking.length > 0) throw new Missing(`it is not good for ${lacking.join(", ")}`, fix);
    return undefined;
  },
});
