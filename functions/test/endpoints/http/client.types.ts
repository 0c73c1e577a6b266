import type { hc } from "hono/client";
import type { Api } from "../../../src/endpoints/http/client";

/** What the typed client refuses: checked by `npm run typecheck`, and never run. */
type Client = ReturnType<typeof hc<Api>>;

type Login = Parameters<Client["auth"]["login"]["$post"]>[0];

/** The same request is taken once nothing is missing. */
export const whole: Login = { json: { email: "ada@example.com", password: "a password" } };

// @ts-expect-error -- a password is missing
export const incomplete: Login = { json: { email: "ada@example.com" } };

// @ts-expect-error -- there is no such route
export type Nonsense = Client["auth"]["nonsense"];
