import { readFileSync } from "node:fs";
import { join } from "node:path";
import { openApiDocument } from "../../../../src/endpoints/http/openapi/document";
import { routes as described } from "../../../../src/endpoints/http/route-list";
import { mismatches } from "../../../../testing/http/declared";

const committed = join(__dirname, "../../../../../docs/openapi.json");

const document = JSON.parse(JSON.stringify(openApiDocument(described))) as {
  paths: Record<string, Record<string, Described>>;
  components: { schemas: Record<string, { examples?: unknown[] }> };
};

interface Described {
  operationId: string;
  summary: string;
  parameters?: { in: string; name: string }[];
  requestBody?: Content;
  responses: Record<string, Partial<Content> & { description: string }>;
}

interface Content {
  content: Record<string, { schema: object; example?: unknown }>;
}

const routes = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(
    ([method, described]) => [`${method.toUpperCase()} ${path}`, described] as const,
  ),
);

test("docs/openapi.json is the document as it is made now (npm run openapi)", () => {
  expect(JSON.parse(readFileSync(committed, "utf8"))).toEqual(document);
});

test("the document has every route of the contract", () => {
  expect(routes.map(([route]) => route).sort()).toEqual([
    "DELETE /invitations/{userId}",
    "DELETE /me",
    "DELETE /me/sessions",
    "DELETE /me/sessions/{sessionId}",
    "DELETE /users",
    "DELETE /users/{userId}/sessions/{sessionId}",
    "GET /activity",
    "GET /docs",
    "GET /health",
    "GET /health/client-address",
    "GET /health/ready",
    "GET /invitations",
    "GET /mails",
    "GET /me",
    "GET /me/activity",
    "GET /me/export",
    "GET /me/sessions",
    "GET /openapi.json",
    "GET /system",
    "GET /users",
    "GET /users/{userId}/activity",
    "GET /users/{userId}/mails",
    "GET /users/{userId}/sessions",
    "PATCH /me",
    "PATCH /users/{userId}",
    "POST /auth/action",
    "POST /auth/action/check",
    "POST /auth/authorize",
    "POST /auth/login",
    "POST /auth/logout",
    "POST /auth/logout/{userId}",
    "POST /auth/refresh",
    "POST /auth/register",
    "POST /auth/requestAccount",
    "POST /auth/resetPassword",
    "POST /auth/resetPassword/{email}",
    "POST /auth/verifyEmail",
    "POST /auth/verifyEmail/{email}",
    "POST /invitations",
    "POST /invitations/{userId}",
    "POST /mails/{mailId}",
    "POST /me/delete",
    "POST /me/email",
    "POST /me/password",
    "POST /users",
    "PUT /users/{userId}",
  ]);
});

describe.each(routes)("%s", (_route, { requestBody, responses, ...described }) => {
  test("is described, and says how it can be refused", () => {
    expect(described).toMatchObject({
      operationId: expect.any(String),
      summary: expect.any(String),
    });
    expect(Object.keys(responses)).toEqual(expect.arrayContaining(["400", "403", "500", "503"]));
  });

  const contents = [requestBody, ...Object.values(responses)].flatMap((part) =>
    Object.values(part?.content ?? {}),
  );

  test("has examples that fit their schemas", () => {
    for (const { schema, example } of contents) {
      if (example !== undefined) expect(mismatches(schema, example)).toEqual([]);
    }
  });
});

test("the shared schemas have examples that fit", () => {
  for (const schema of Object.values(document.components.schemas)) {
    for (const example of schema.examples ?? []) {
      expect(mismatches(schema, example)).toEqual([]);
    }
  }
});
