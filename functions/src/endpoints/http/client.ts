import type { OpenAPIHono } from "@hono/zod-openapi";
import type { Endpoint } from "./route";
import type { endpoints } from "./route-list";

export { hc, type ClientResponse } from "hono/client";

type RoutesOf<Endpoints extends readonly Endpoint[]> = {
  readonly [Index in keyof Endpoints]: { route: Endpoints[Index]["route"]; handler: unknown };
};

// eslint-disable-next-line @typescript-eslint/no-unused-vars -- only a value's generic method can be instantiated as a type
declare const app: OpenAPIHono;

/** The routes with the types of their requests and replies, for Hono's client: `hc<Api>(baseUrl)`. */
export type Api = ReturnType<typeof app.openapiRoutes<RoutesOf<typeof endpoints>>>;
