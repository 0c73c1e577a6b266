import { password } from "../../../testing/backend";
import { serveApi } from "../../../testing/http/served";
import { running } from "../../../testing/running";

const served = running(serveApi);

const enc = encodeURIComponent;

const form = { "content-type": "application/x-www-form-urlencoded" };

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
