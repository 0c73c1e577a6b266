import type { OpenAPIHono } from "@hono/zod-openapi";
import type { Endpoint } from "./endpoint";
import type { endpoints } from "./endpoints";

type RoutesOf<Endpoints extends readonly Endpoint[]> = {
  readonly [Index in keyof Endpoints]: { route: Endpoints[Index]["route"]; handler: unknown };
};

/** The routes with the types of their requests and replies, for Hono's client: `hc<Api>(baseUrl)`. */
export type Api = OpenAPIHono["openapiRoutes"] extends (
  routes: RoutesOf<typeof endpoints>,
) => infer App
  ? App
  : never;
