import { deleteApp, initializeApp } from "firebase/app";
import { connectAuthEmulator, getAuth, type Auth } from "firebase/auth";
import { connectFunctionsEmulator, getFunctions, httpsCallable } from "firebase/functions";
import type { Stack } from "../stack/stack";
import type { Refused } from "./teller";

/** An app's view of the back end, through Firebase's own web SDK and over plain HTTP. */
export interface Client {
  auth: Auth;
  /** Calls a function as the SDK does: with the token of its own signed-in user, if any. */
  call: <Reply>(name: string, data?: unknown) => Promise<Reply>;
  /** The same, for a call that is expected to be refused. */
  refusal: (name: string, data?: unknown) => Promise<Refused | { accepted: unknown }>;
  /** Calls a function as any HTTP client can: with the access token it is given. */
  post: (name: string, accessToken: string, data?: unknown) => Promise<unknown>;
  close: () => Promise<void>;
}

/** Connects the web SDK to a local stack. */
export function connect({ projectId, addresses }: Pick<Stack, "projectId" | "addresses">): Client {
  const app = initializeApp({ projectId, apiKey: "fake-api-key" }, `demo-${Date.now()}`);
  const auth = getAuth(app);
  connectAuthEmulator(auth, `http://${addresses.auth}`, { disableWarnings: true });
  const functions = getFunctions(app);
  const [host = "", port = ""] = addresses.functions.split(":");
  connectFunctionsEmulator(functions, host, Number(port));

  const call = async <Reply>(name: string, data: unknown = {}) =>
    (await httpsCallable<unknown, Reply>(functions, name)(data)).data;
  return {
    auth,
    call,
    refusal: async (name, data) => {
      try {
        return { accepted: await call(name, data) };
      } catch (error) {
        return refused(error as Partial<Failure>);
      }
    },
    post: async (name, accessToken, data = {}) => {
      const reply = await fetch(`http://${addresses.functions}/${projectId}/us-central1/${name}`, {
        method: "POST",
        headers: {
          authorization: `Bearer ${accessToken}`,
          "content-type": "application/json",
        },
        body: JSON.stringify({ data }),
      });
      const { result, error } = (await reply.json()) as { result?: unknown; error?: Failure };
      return error ? refused(error) : result;
    },
    close: async () => {
      await auth.signOut();
      await deleteApp(app);
    },
  };
}

interface Failure {
  message: string;
  details: { code: string };
}

function refused({ message = "", details }: Partial<Failure>): Refused {
  return { refused: details?.code ?? "without a code", message };
}
