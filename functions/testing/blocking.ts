import { deleteApp, initializeApp } from "firebase/app";
import { type Auth, connectAuthEmulator, inMemoryPersistence, initializeAuth } from "firebase/auth";
import { blockingFunctions } from "../src/endpoints/blocking";
import type { Ports } from "../src/ports";
import { type Backend, projectId } from "./backend";
import { mount } from "./mount";

/** Firebase's own client SDK, at an Auth emulator that asks our blocking functions. */
export interface Asking {
  /** The SDK. */
  auth: Auth;
  /** Signs up or in as the SDK does, from an address, which the SDK can't choose; gives the whole reply. */
  post(method: string, body: object, network: string): Promise<{ status: number; text: string }>;
  stop(): Promise<void>;
}

/** Serves the blocking functions, and has the emulator ask them, as the Functions emulator does. */
export async function askingBlockingFunctions(
  { authHost }: Backend,
  ports: () => Ports,
): Promise<Asking> {
  const served = await mount(blockingFunctions(ports));
  const identityToolkit = `http://${authHost}/identitytoolkit.googleapis.com`;
  // The SDK looks for the platform's domain in the address that a question is meant for.
  const triggers = {
    beforeCreate: { functionUri: `${served.url}/beforeUserCreated/run.app` },
    beforeSignIn: { functionUri: `${served.url}/beforeUserSignedIn/run.app` },
  };
  const config = `${identityToolkit}/v2/projects/${projectId}/config?updateMask=blockingFunctions`;
  const { ok } = await fetch(config, {
    method: "PATCH",
    headers: { authorization: "Bearer owner", "content-type": "application/json" },
    body: JSON.stringify({ blockingFunctions: { triggers } }),
  });
  if (!ok) throw new Error("The Auth emulator does not take the blocking functions.");
  const app = initializeApp({ apiKey: "fake-api-key", projectId }, served.url);
  const auth = initializeAuth(app, { persistence: inMemoryPersistence });
  connectAuthEmulator(auth, `http://${authHost}`, { disableWarnings: true });

  return {
    auth,
    async post(method, body, network) {
      const reply = await fetch(`${identityToolkit}/v1/accounts:${method}?key=fake-api-key`, {
        method: "POST",
        headers: { "content-type": "application/json", "x-forwarded-for": network },
        body: JSON.stringify({ returnSecureToken: true, ...body }),
      });
      return { status: reply.status, text: await reply.text() };
    },
    async stop() {
      await deleteApp(app);
      await served.stop();
    },
  };
}
