import { serveApi } from "../../../../testing/http/served";
import { running } from "../../../../testing/running";

const served = running(serveApi);

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
    const { AuthError } = await import("../../../../src/errors");
    const { apiApp } = await import("../../../../src/endpoints/http/app");
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
