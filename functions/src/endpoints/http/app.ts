import { Hono } from "hono/quick";
import { AuthError } from "../../errors";
import type { ApiContext, ApiEnv, ApiOptions } from "./context";
import type { Endpoint } from "./route";
import { endpoints, routes } from "./route-list";
import { replyToFailure } from "./middleware/failure";
import { safeHeaders } from "./middleware/headers";
import { type InputParts, readInput } from "./request/input";
import { answerPreflight, origins } from "./middleware/origins";
import { requestLog } from "./middleware/request-log";

/** Makes the HTTPS API. */
export function apiApp(options: ApiOptions): Hono<ApiEnv> {
  const app = new Hono<ApiEnv>({ getPath: routingPath });
  app.use(async (c, next) => {
    c.set("options", options);
    c.set("routes", routes);
    await next();
  });
  app.use(requestLog, safeHeaders, origins, wellFormedPath);
  for (const endpoint of endpoints) serve(app, endpoint);
  for (const [path, methods] of methodsByPath())
    app.all(path, (c) => otherMethod(c, path, methods));
  app.notFound(() => {
    throw new AuthError("route-not-found");
  });
  app.onError(replyToFailure);
  return app;
}

/** The path after `/api`, which Hosting does not strip, without a slash at its end. */
function routingPath({ url }: Request): string {
  const path = new URL(url).pathname.replace(/^\/api(?=\/|$)/, "").replace(/\/$/, "");
  return path === "" ? "/" : path;
}

async function wellFormedPath(c: ApiContext, next: () => Promise<void>): Promise<void> {
  try {
    decodeURIComponent(c.req.path);
  } catch {
    throw new AuthError("invalid-request", "path: must be percent-encoded UTF-8");
  }
  await next();
}

function serve(app: Hono<ApiEnv>, { route, answer }: Endpoint): void {
  const path = honoPath(route.path);
  const parts: InputParts = {
    body: route.request?.body !== undefined,
    query: route.request?.query !== undefined,
    params: [...route.path.matchAll(/\{(\w+)\}/g)].map(([, name = ""]) => name),
  };
  app.on(route.method.toUpperCase(), path, async (c) => {
    c.set("route", route.path);
    return answer(c, await readInput(c.req, parts));
  });
}

/** OpenAPI's `{userId}` is Hono's `:userId`. */
const honoPath = (path: string) => path.replaceAll(/\{(\w+)\}/g, ":$1");

/** The value of `Allow` for each path. */
function methodsByPath(): Map<string, string> {
  const methods = new Map<string, string[]>();
  for (const { route } of endpoints) {
    const method = route.method.toUpperCase();
    const path = honoPath(route.path);
    methods.set(path, [
      ...(methods.get(path) ?? []),
      ...(method === "GET" ? ["GET", "HEAD"] : [method]),
    ]);
  }
  return new Map([...methods].map(([path, some]) => [path, [...some, "OPTIONS"].join(", ")]));
}

function otherMethod(c: ApiContext, path: string, methods: string): Response {
  c.set("route", path);
  c.header("Allow", methods);
  if (c.req.method !== "OPTIONS") {
    throw new AuthError("method-not-allowed");
  }
  answerPreflight(c, methods);
  return c.body(null, 204);
}
