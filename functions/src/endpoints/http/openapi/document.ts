import { OpenAPIHono, type RouteConfig } from "@hono/zod-openapi";

export type OpenApiDocument = ReturnType<OpenAPIHono["getOpenAPI31Document"]>;

const description = `Signing in, sessions, mailed links and the administration of users, on top of Firebase Auth.

Every refusal has the same shape, and a code in \`details.code\` that says why. Every reply names its request in the header \`X-Request-Id\`. A request that changes something and comes from a page must come from one of the origins in the parameter \`ALLOWED_ORIGINS\`.`;

/** Makes the OpenAPI 3.1 document out of the schemas that requests are checked by. */
export function openApiDocument(routes: readonly RouteConfig[]): OpenApiDocument {
  const { openAPIRegistry, getOpenAPI31Document } = new OpenAPIHono();
  openAPIRegistry.registerComponent("securitySchemes", "bearer", {
    type: "http",
    scheme: "bearer",
    bearerFormat: "JWT",
    description: "An access token, of this project or of Firebase's own SDK.",
  });
  openAPIRegistry.registerComponent("securitySchemes", "sessionCookie", {
    type: "apiKey",
    in: "cookie",
    name: "__session",
    description: "The refresh token. Scripts can't read it.",
  });
  for (const route of routes) openAPIRegistry.registerPath(route);
  return getOpenAPI31Document({
    openapi: "3.1.0",
    info: { title: "Authentication", version: "1", description },
    servers: [
      { url: "/api", description: "Through Firebase Hosting, and at the function itself." },
    ],
    tags: ["sessions", "mailed links", "authorization", "me", "users", "about"].map((name) => ({
      name,
    })),
  });
}
