import type { RouteConfig } from "@hono/zod-openapi";
import type { Context } from "hono";
import type { AuthErrorCode } from "../../errors";
import type { Facts } from "../../operation/context";
import type { Ports } from "../../ports";

/** What the API is built on. */
export interface ApiOptions {
  ports: () => Ports;
  /** Whether it runs in the cloud, and so behind HTTPS. */
  deployed: boolean;
  /** Reads the page that shows the OpenAPI document. Default: the one that the build puts beside the bundle. */
  docsPage?: () => Promise<string>;
}

/** What is known of a request, for its handler and for the log. */
export interface ApiEnv {
  Variables: {
    options: ApiOptions;
    /** Every route, for the document that describes them. */
    routes: readonly RouteConfig[];
    requestId: string;
    /** The pattern of the route, never the path itself: that may hold an address. */
    route: string | undefined;
    /** What is known of it for the log. */
    facts: Partial<Facts> & { code?: AuthErrorCode | undefined };
  };
}

export type ApiContext = Context<ApiEnv>;
