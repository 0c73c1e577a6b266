import { password } from "../../../../testing/backend";
import { apiApp } from "../../../../src/endpoints/http/app";
import { fetchDoor } from "../../../../src/endpoints/http/fetch-door";
import { ask, type Asked, serveApi } from "../../../../testing/http/served";
import { mount, type Mounted } from "../../../../testing/mount";
import { running } from "../../../../testing/running";

const served = running(serveApi);

const friend = "https://app.example.com";

const corsOf = (headers: Headers) =>
  Object.fromEntries([...headers].filter(([name]) => name.startsWith("access-control-")));

describe("an origin that is allowed", () => {
  test("may read replies, with credentials", async () => {
    const { headers, status } = await served.ask("GET", "/health", { headers: { origin: friend } });
    expect(status).toBe(200);
    expect(corsOf(headers)).toEqual({
      "access-control-allow-origin": friend,
      "access-control-allow-credentials": "true",
      "access-control-expose-headers": "ETag, Link, Retry-After, X-Request-Id, X-Version",
    });
  });

  test.each(["https://admin.example.com", "capacitor://localhost"])("may be %s", async (origin) => {
    const body = { email: served.newEmail() };
    const answer = await served.ask("POST", "/auth/resetPassword", { headers: { origin }, body });
    expect([answer.status, answer.headers.get("access-control-allow-origin")]).toEqual([
      204,
      origin,
    ]);
  });

  test("may read refusals, too", async () => {
    const { headers, code } = await served.ask("GET", "/users", { headers: { origin: friend } });
    expect([code, headers.get("access-control-allow-origin")]).toEqual(["not-signed-in", friend]);
  });

  test("is told what it may send", async () => {
    const { status, headers, body } = await served.ask("OPTIONS", "/users/ada", {
      headers: {
        origin: friend,
        "access-control-request-method": "PUT",
        "access-control-request-headers": "authorization,content-type",
      },
    });
    expect([status, body]).toEqual([204, ""]);
    expect(corsOf(headers)).toMatchObject({
      "access-control-allow-origin": friend,
      "access-control-allow-methods": "PUT, PATCH, OPTIONS",
      "access-control-allow-headers": "authorization, content-type, if-match, x-firebase-appcheck",
      "access-control-max-age": "7200",
    });
  });

  test("may sign in", async () => {
    const { email } = await served.newUser();
    const headers = { origin: friend, "sec-fetch-site": "cross-site" };
    const { status } = await served.ask("POST", "/auth/login", {
      headers,
      body: { email, password },
    });
    expect(status).toBe(200);
  });
});

describe.each([
  ["another one", "https://evil.example.com"],
  ["null", "null"],
  ["one that only begins alike", `${friend}.evil.com`],
  ["the same without encryption", "http://app.example.com"],
  ["another port", `${friend}:8443`],
  ["other letters", friend.toUpperCase()],
  ["the API's own, unless it is listed", "http://127.0.0.1"],
])("an origin that is not allowed: %s", (_what, origin) => {
  test("may read nothing, and is never reflected", async () => {
    const { headers } = await served.ask("GET", "/health", { headers: { origin } });
    expect(corsOf(headers)).toEqual({});
    expect(headers.get("vary")).toBe("Origin");
  });

  test("gets no permission to send anything", async () => {
    const { headers } = await served.ask("OPTIONS", "/users", {
      headers: { origin, "access-control-request-method": "POST" },
    });
    expect(corsOf(headers)).toEqual({});
  });

  test("changes nothing, and gets no cookie", async () => {
    const { email } = await served.newUser();
    const answer = await served.ask("POST", "/auth/login", {
      headers: { origin },
      body: { email, password },
    });
    expect([answer.status, answer.code, answer.cookie]).toEqual([403, "not-allowed", undefined]);
  });
});

describe("a request that changes something", () => {
  test.each(["/auth/login", "/auth/refresh", "/auth/logout", "/auth/resetPassword", "/nowhere"])(
    "is refused at %s if a browser without Origin says that it comes from elsewhere",
    async (path) => {
      const { code } = await served.ask("POST", path, {
        headers: { "sec-fetch-site": "cross-site" },
      });
      expect(code).toBe("not-allowed");
    },
  );

  test.each(["same-origin", "same-site", "none"])("is let through from %s", async (site) => {
    const { status } = await served.ask("POST", "/auth/logout", {
      headers: { "sec-fetch-site": site },
    });
    expect(status).toBe(204);
  });
});

describe("on the local stack", () => {
  let local: Mounted;
  beforeAll(async () => {
    const app = apiApp({ ports: () => served.ports, deployed: false });
    local = await mount({ api: fetchDoor(() => Promise.resolve(app)) });
  });
  afterAll(() => local.stop());
  const askLocal = (path: string, asked: Asked) => ask(`${local.url}/api`, "POST", path, asked);

  test.each([
    "http://localhost:5173",
    "http://127.0.0.1:4200",
    "http://[::1]:3000",
    "http://shop.localhost:5173",
    "https://localhost",
  ])(
    "a web app of one's own at %s may read and sign in, and no deployed API allows it",
    async (origin) => {
      const { email } = await served.newUser();
      const signIn = { headers: { origin }, body: { email, password } };
      const { status, headers } = await askLocal("/auth/login", signIn);
      expect([status, headers.get("access-control-allow-origin")]).toEqual([200, origin]);
      expect((await served.ask("POST", "/auth/login", signIn)).code).toBe("not-allowed");
    },
  );

  test.each([
    "https://evil.example.com",
    "http://localhost.evil.com",
    "http://evil.com#@localhost",
    "http://127.0.0.1.evil.com",
    "http://127.0.0.1:80/path",
    "null",
  ])("%s is not allowed", async (origin) => {
    const { code, headers } = await askLocal("/auth/logout", { headers: { origin } });
    expect([code, corsOf(headers)]).toEqual(["not-allowed", {}]);
  });
});
