import { raw } from "../../../testing/http/raw";
import { serveApi } from "../../../testing/http/served";
import { running } from "../../../testing/running";

const served = running(serveApi);

const enc = encodeURIComponent;

describe("paths", () => {
  test.each(["/nowhere", "/", "/auth", "/users/a/b", "/USERS", "//health", "/api/api/health"])(
    "%s is no route",
    async (path) => {
      const { status, body } = await served.ask("GET", path);
      expect([status, body]).toEqual([
        404,
        {
          error: {
            status: "NOT_FOUND",
            message: "There is no such route.",
            details: { code: "route-not-found" },
          },
        },
      ]);
    },
  );

  test.each(["/health/", "/api/health", "/api/health/", "/health?x=1", "/x/../health"])(
    "%s is /health",
    async (path) => {
      expect((await served.ask("GET", path)).body).toEqual({ status: "ok" });
    },
  );

  test("through Hosting are the same, whatever host it names", async () => {
    await served.newUser();
    const headers = { "x-forwarded-host": "evil.example.com", "x-original-url": "/x" };
    const { accessToken: token } = await served.newUser({ role: "Admin" });
    const { status, headers: replied } = await served.ask("GET", "/api/users?limit=1", {
      token,
      headers,
    });
    expect(status).toBe(200);
    expect(replied.get("link")).toMatch(/^<\?limit=1&pageToken=[\w-]+>; rel="next"$/);
  });

  test("with addresses in them are decoded once", async () => {
    const email = `ada+${Date.now()}%41@example.com`;
    const { accessToken: token } = await served.newUser({ role: "Admin" });
    await served.newUser({ email });
    const { body } = await served.ask("GET", `/users?email=${enc(email)}`, { token });
    expect(body).toMatchObject({ email });
    expect((await served.ask("POST", `/auth/resetPassword/${enc(email)}`)).status).toBe(204);
    expect(served.tasks.tasks.length).toBeGreaterThan(0);
  });

  test.each(["/auth/resetPassword/%E0%A4%A", "/users/%FF", "/%"])(
    "%s is not percent-encoded well",
    async (path) => {
      // Sent raw: fetch would correct it.
      expect(await raw(served.url, "POST", path)).toMatchObject({
        status: 400,
        code: "invalid-request",
      });
    },
  );

  test.each(["a%2Fb", "__x__", "%00".repeat(1) + "\u00e9".repeat(129), "x".repeat(129)])(
    "a user id %# that can't be one is refused",
    async (id) => {
      const { accessToken: token } = await served.newUser({ role: "Admin" });
      const answer = await served.ask("POST", `/auth/logout/${id}`, { token });
      expect(answer.code).toBe("invalid-request");
    },
  );
});

describe("methods", () => {
  test.each([
    ["GET", "/auth/login", "POST, OPTIONS"],
    ["HEAD", "/auth/login", "POST, OPTIONS"],
    ["PATCH", "/users", "GET, HEAD, POST, DELETE, OPTIONS"],
    ["DELETE", "/users/ada", "PUT, PATCH, OPTIONS"],
    ["PROPFIND", "/health", "GET, HEAD, OPTIONS"],
    ["POST", "/openapi.json", "GET, HEAD, OPTIONS"],
  ])("%s %s is refused, with the allowed methods in the reply", async (method, path, allow) => {
    const { status, headers, code } = await served.ask(method, path);
    expect([status, headers.get("allow")]).toEqual([405, allow]);
    if (method !== "HEAD") expect(code).toBe("method-not-allowed");
  });

  test("TRACE is refused like any other", async () => {
    expect(await raw(served.url, "TRACE", "/health")).toMatchObject({ status: 405 });
  });

  test("HEAD is GET without a body", async () => {
    const { status, headers, body } = await served.ask("HEAD", "/docs");
    expect([status, headers.get("content-type"), body]).toEqual([
      200,
      "text/html; charset=UTF-8",
      "",
    ]);
  });

  test("OPTIONS lists the methods", async () => {
    const { status, headers } = await served.ask("OPTIONS", "/users");
    expect([status, headers.get("allow")]).toEqual([204, "GET, HEAD, POST, DELETE, OPTIONS"]);
  });
});
