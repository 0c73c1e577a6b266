import { password, startBackend } from "../../../testing/backend";
import { type Mounted, mount } from "../../../testing/mount";
import { running } from "../../../testing/running";

describe("the door of a callable", () => {
  const backend = running(startBackend);
  let functions: Mounted;
  const logged: string[] = [];

  beforeAll(async () => {
    // The SDK's logger writes to the console it finds when it is loaded.
    for (const level of ["debug", "info", "warn", "error", "log"] as const) {
      jest.spyOn(console, level).mockImplementation((...line: unknown[]) => {
        logged.push(line.map(String).join(" "));
      });
    }
    functions = await mount((await import("../../../src/endpoints/callables")).callables);
  });
  afterAll(async () => {
    await functions.stop();
    jest.restoreAllMocks();
  });

  const ask = async (name: string, init: RequestInit) => {
    const response = await fetch(`${functions.url}/${name}`, { method: "POST", ...init });
    return { status: response.status, body: await response.json() };
  };
  const json = { "content-type": "application/json" };
  const refused = (status: string, code: string) => ({
    error: { status, message: expect.any(String), details: { code } },
  });

  test.each([
    ["no data", { headers: json, body: '{"email":"a@b.co","password":"secret-value"}' }],
    ["a scalar", { headers: json, body: '{"email":"x"}' }],
    ["nothing", { headers: json, body: "" }],
  ])("answers a body with %s itself, with a code", async (_what, init) => {
    expect(await ask("generateToken", init)).toEqual({
      status: 400,
      body: refused("INVALID_ARGUMENT", "invalid-request"),
    });
  });

  test.each([
    ["text/plain", '{"data":{}}'],
    ["application/x-www-form-urlencoded", "data=x"],
  ])("answers a body of type %s with 415", async (type, body) => {
    expect(await ask("generateToken", { headers: { "content-type": type }, body })).toEqual({
      status: 415,
      body: refused("INVALID_ARGUMENT", "unsupported-media-type"),
    });
  });

  test("says which build it is", async () => {
    const { headers } = await fetch(`${functions.url}/generateToken`, { method: "POST" });
    expect(headers.get("x-version")).toBe("development");
  });

  const badTokens = ["Bearer garbage", "Basic YTpi", "Bearer ", "garbage"];

  test.each(badTokens)("answers %j itself where a token is needed", async (authorization) => {
    const body = JSON.stringify({ data: { userId: "ada" } });
    expect(await ask("revokeTokens", { headers: { ...json, authorization }, body })).toEqual({
      status: 401,
      body: refused("UNAUTHENTICATED", "token-invalid"),
    });
  });

  test.each(badTokens)("does not look at %j where anyone may ask", async (authorization) => {
    const { email } = await backend.newUser();
    const body = JSON.stringify({ data: { email, password } });
    const { status } = await ask("generateToken", { headers: { ...json, authorization }, body });
    expect(status).toBe(200);
  });

  test("lets nobody store its replies", async () => {
    const body = JSON.stringify({ data: {} });
    const { headers } = await fetch(`${functions.url}/generateToken`, {
      method: "POST",
      headers: json,
      body,
    });
    expect(headers.get("cache-control")).toBe("no-store");
  });

  test("answers other methods with 405", async () => {
    expect(await ask("generateToken", { method: "PUT", headers: json, body: "{}" })).toEqual({
      status: 405,
      body: refused("INVALID_ARGUMENT", "method-not-allowed"),
    });
  });

  test("lets browsers read its refusals, and answers their preflights", async () => {
    const origin = "https://app.example.com";
    const refusal = await fetch(`${functions.url}/generateToken`, {
      method: "POST",
      headers: { ...json, origin },
      body: "{}",
    });
    expect(refusal.headers.get("access-control-allow-origin")).toBe(origin);
    const preflight = await fetch(`${functions.url}/generateToken`, {
      method: "OPTIONS",
      headers: {
        origin,
        "access-control-request-method": "POST",
        "access-control-request-headers": "authorization,content-type",
      },
    });
    expect(preflight.status).toBe(204);
    expect(preflight.headers.get("access-control-allow-origin")).toBe(origin);
  });

  test("never lets the SDK decode, or log, what a client sent", async () => {
    const data = { "@type": "made up", email: "a@b.co", password: "secret-value" };
    expect(
      await ask("generateToken", { headers: json, body: JSON.stringify({ data }) }),
    ).toMatchObject({ status: 400, body: refused("INVALID_ARGUMENT", "invalid-request") });
  });

  test("logs no password, no token, no address", async () => {
    const { email, accessToken, refreshToken } = await backend.newUser();
    const requests: [string, object][] = [
      ["generateToken", { email, password }],
      ["generateToken", { email, password: `${password}-wrong` }],
      ["renewToken", { refreshToken }],
      ["isAuthorizedByRole", { accessToken, roles: ["User"] }],
      ["resetPassword", { email }],
    ];
    for (const [name, data] of requests) {
      await ask(name, { headers: json, body: JSON.stringify({ data }) });
      await ask(name, { headers: json, body: JSON.stringify(data) });
    }
    const log = logged.join("\n");
    for (const secret of [password, accessToken, refreshToken, email, "secret-value"]) {
      expect(log).not.toContain(secret);
    }
  });
});
