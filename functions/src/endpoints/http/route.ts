import type { RouteConfig } from "@hono/zod-openapi";
import type { z } from "zod";
import { bearerToken } from "../../access/bearer";
import type { Client } from "../../operation/context";
import type { Operation } from "../../operation/operation";
import type { ApiContext } from "./context";

/** A route as the OpenAPI document describes it, and what answers it. */
export interface Endpoint<Route extends RouteConfig = RouteConfig> {
  route: Route;
  /** @param input - what was sent in body, query and path. */
  answer: (c: ApiContext, input: unknown) => Promise<Response>;
}

/** Says what a route is. Its type is what the typed client is made of. */
export function endpoint<const Route extends RouteConfig>(
  route: Route,
  answer: Endpoint["answer"],
): Endpoint<Route> {
  return { route, answer };
}

/**
 * Asks for an operation on behalf of whoever sent the request.
 *
 * @param more - what came along in the cookie.
 */
export function perform<Replies extends z.ZodType>(
  c: ApiContext,
  operation: Operation<string, z.ZodType, Replies>,
  input: unknown,
  more: Pick<Client, "refreshToken"> = {},
): Promise<z.output<Replies>> {
  const client: Client = {
    token: operation.needs === "nobody" ? undefined : bearerToken(c.req.header("authorization")),
    header: (name) => c.req.header(name),
    requestId: c.get("requestId"),
    ...more,
    note: (facts) => c.set("facts", { ...c.get("facts"), ...facts }),
  };
  return operation.perform(input, client, c.get("options").ports());
}
