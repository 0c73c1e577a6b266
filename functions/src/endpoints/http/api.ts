import { onRequest } from "firebase-functions/https";
import { ports } from "../../composition";
import { local } from "../../composition/own-settings";
import type { SecretName } from "../../config";
import { fetchDoor } from "./fetch-door";

/** The HTTPS API. Its modules are loaded on the first request: callables need none of them. */
export const api = onRequest(
  // The app decides which origins may read replies; by default the emulator would allow any.
  { cors: false, secrets: ["AUTH_KEYS" satisfies SecretName] },
  fetchDoor(async () => {
    const { apiApp } = await import("./app");
    return apiApp({ ports, deployed: !local });
  }),
);
