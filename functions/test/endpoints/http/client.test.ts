import { readFileSync } from "node:fs";
import { join } from "node:path";
import { hc } from "hono/client";
import type { Api } from "../../../src/endpoints/http/client";
import { password } from "../../../testing/backend";
import { serveApi } from "../../../testing/http/served";
import { running } from "../../../testing/running";

const served = running(serveApi);

/** The lines of the documentation, run as they stand there. */
async function documented(baseUrl: string, email: string, password: string) {
  // docs/api.md
  const api = hc<Api>(baseUrl);
  const login = await api.auth.login.$post({ json: { email, password } });
  if (!login.ok) throw new Error((await login.json()).error.details.code);
  const { accessToken, firstName } = await login.json();
  // end
  return { accessToken, firstName };
}

test("the typed client signs in, by the lines that the documentation shows", async () => {
  const { email } = await served.newUser();
  const { firstName } = await documented(served.url, email!, password);
  expect(firstName satisfies string).toBe("Ada");
  await expect(documented(served.url, email!, "wrong")).rejects.toThrow("invalid-credentials");
});

test("the documentation shows the lines that are type-checked here", () => {
  const here = readFileSync(__filename, "utf8");
  const lines = /\/\/ docs\/api\.md\n([\s\S]*?)\s*\/\/ end/.exec(here)?.[1]?.replace(/^ {2}/gm, "");
  expect(readFileSync(join(__dirname, "../../../../docs/api.md"), "utf8")).toContain(lines);
});

test("the typed client knows every route", async () => {
  const api = hc<Api>(served.url);
  const { accessToken } = await served.newUser({ role: "Admin" });
  const headers = { Authorization: `Bearer ${accessToken}` };
  const health = await api.health.$get();
  expect(health.status).toBe(200);
  const page = await api.users.$get({ query: { limit: "1" } }, { headers });
  expect(page.status).toBe(200);
  const missing = await api.users[":userId"].$put(
    {
      param: { userId: "nobody" },
      json: { firstName: "A", lastName: "B", email: "a@b.co", role: "User" },
    },
    { headers },
  );
  if (missing.status !== 404) throw new Error(`got ${missing.status}`);
  expect((await missing.json()).error.details.code).toBe("user-not-found");
});
