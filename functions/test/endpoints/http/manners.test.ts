import { request as httpRequest } from "node:http";
import { password } from "../../../testing/backend";
import { serveApi } from "../../../testing/http/served";
import { running } from "../../../testing/running";

jest.setTimeout(60_000);

const served = running(serveApi);

const form = { "content-type": "application/x-www-form-urlencoded" };
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
      expect(await raw("POST", path)).toMatchObject({ status: 400, code: "invalid-request" });
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
    expect(await raw("TRACE", "/health")).toMatchObject({ status: 405 });
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

describe("bodies", () => {
  const login = { email: "ada@example.com", password };

  test.each([
    ["a form", form, new URLSearchParams(login).toString(), "unsupported-media-type"],
    ["text", { "content-type": "text/plain" }, JSON.stringify(login), "unsupported-media-type"],
    [
      "JSON of another charset",
      { "content-type": "application/json; charset=utf-16" },
      "{}",
      "unsupported-media-type",
    ],
    [
      "JSON that says nothing of itself",
      { "content-type": "" },
      JSON.stringify(login),
      "unsupported-media-type",
    ],
    ["a form without fields", form, "", "unsupported-media-type"],
    ["half of JSON", {}, '{"email":', "invalid-request"],
    ["nothing", {}, "", "invalid-request"],
    ["a list", {}, "[]", "invalid-request"],
    ["a word", {}, '"x"', "invalid-request"],
    ["null", {}, "null", "invalid-request"],
    ["bytes that are no UTF-8", {}, Buffer.from([0x7b, 0xff, 0x7d]), "invalid-request"],
    ["64 KiB and a byte", {}, " ".repeat(65_537), "payload-too-large"],
    ["__proto__", {}, '{"__proto__":{"email":"a@b.co","password":"x"}}', "invalid-request"],
    [
      "an extra __proto__",
      {},
      `{"email":"a@b.co","password":"x","__proto__":{}}`,
      "invalid-request",
    ],
  ])("%s is refused", async (_what, headers, body, code) => {
    const { apiApp } = await import("../../../src/endpoints/http/app");
    const app = apiApp({ ports: () => served.ports, deployed: true });
    const response = await app.request("/auth/login", {
      method: "POST",
      headers: { "content-type": "application/json", ...headers },
      body: body as string,
    });
    const reply = (await response.json()) as { error: { details: object } };
    expect(reply.error.details).toEqual({ code });
  });

  test("64 KiB are read", async () => {
    const { email } = await served.newUser();
    const body = JSON.stringify({ email, password }).padEnd(65_536);
    expect((await served.ask("POST", "/auth/login", { body })).status).toBe(200);
  });

  test("a key in the body and in the path at once is refused", async () => {
    const { id, accessToken: token } = await served.newUser();
    const { code } = await served.ask("POST", `/auth/resetPassword/${enc("a@b.co")}`, {
      token,
      body: { email: "c@d.co", id },
    });
    expect(code).toBe("invalid-request");
  });
});

describe("queries", () => {
  test.each([
    "?limit=1&limit=2",
    "?userId=a&email=b%40c.co",
    "?userId=a&limit=1",
    "?userId=a&userId=b",
    "?limit=0",
    "?limit=1001",
    "?limit=ten",
    "?limit=",
    "?pageToken=%20",
    "?pageToken=x",
    "?pageToken=Li4",
    "?__proto__=x",
    "?password=x",
  ])("%s is refused", async (query) => {
    const { accessToken: token } = await served.newUser({ role: "Admin" });
    const { status, code } = await served.ask("GET", `/users${query}`, { token });
    expect([status, code]).toEqual([400, "invalid-request"]);
  });

  test("hold no credentials", async () => {
    const { email } = await served.newUser();
    const query = new URLSearchParams({ email: email!, password }).toString();
    const { code } = await served.ask("POST", `/auth/login?${query}`);
    expect(code).toBe("invalid-request");
  });
});

describe("replies", () => {
  test.each([
    ["GET", "/health", 200],
    ["GET", "/nowhere", 404],
    ["POST", "/auth/login", 400],
    ["GET", "/users", 401],
  ])(
    "to %s %s carry the headers that keep a browser from misusing them",
    async (method, path, status) => {
      const { headers, status: replied } = await served.ask(method, path);
      expect(replied).toBe(status);
      expect(Object.fromEntries(headers)).toMatchObject({
        "x-content-type-options": "nosniff",
        "x-frame-options": "DENY",
        "referrer-policy": "no-referrer",
        "content-security-policy": "default-src 'none'; frame-ancestors 'none'",
        "strict-transport-security": "max-age=31536000",
        "cache-control": "no-store",
      });
    },
  );

  test("say after how many seconds to try again", async () => {
    const { AuthError } = await import("../../../src/errors");
    const { apiApp } = await import("../../../src/endpoints/http/app");
    const details = { retryAfterSeconds: 60 };
    const withPassword = () => {
      throw new AuthError("too-many-attempts", "Too many attempts.", { details });
    };
    const ports = { ...served.ports, signIn: { ...served.ports.signIn, withPassword } };
    const response = await apiApp({ ports: () => ports, deployed: true }).request("/auth/login", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ email: "a@b.co", password: "x" }),
    });
    expect([response.status, response.headers.get("retry-after")]).toEqual([429, "60"]);
  });
});

/** Sends a path as it is, which `fetch` would not. */
function raw(method: string, path: string): Promise<{ status: number; code: unknown }> {
  return new Promise((resolve, reject) => {
    const request = httpRequest(served.url, { method, path: `/api${path}` }, (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk: Buffer) => chunks.push(chunk));
      response.on("end", () => {
        const body = JSON.parse(Buffer.concat(chunks).toString()) as {
          error: { details: { code: string } };
        };
        resolve({ status: response.statusCode ?? 0, code: body.error.details.code });
      });
    });
    request.on("error", reject).end();
  });
}
