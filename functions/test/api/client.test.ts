import { hc } from "hono/client";
import type { Api } from "../../src/endpoints/api/client";
const api = hc<Api>("http://x");
export async function f() {
  const r = await api.auth.login.$post({ json: { email: "a", password: "b" } });
  if (r.status !== 200) {
    const x = (await r.json()).error.details.code;
    return x;
  }
  const s = await r.json();
  const u = await api.users.$get({ query: { limit: "3" } });
  const d = await api.users[":userId"].$put({
    param: { userId: "x" },
    json: { firstName: "a", lastName: "b", email: "d", role: "User" },
  });
  const bad: number = d.status;
  return [s.accessToken, u, bad];
}
