import { appCheck, type AppCheckFailure } from "../../src/access/app-check";
import { callable } from "../../src/endpoints/callables/callable";
import { apiApp } from "../../src/endpoints/http/app";
import { attested } from "../../src/config/rules";
import { AuthError } from "../../src/errors";
import * as operations from "../../src/operations";
import type { Ports } from "../../src/ports";
import { type Backend, password, startBackend } from "../../testing/backend";
import { type Mounted, mount } from "../../testing/mount";

let backend: Backend;
let functions: Mounted;
let mode: "off" | "monitor" | "enforce";
let failed: AppCheckFailure[];
let email: string;

/** Tells tokens apart by their text; that of real ones is the verifier's test. */
const verify = (token: string) => {
  if (token === "good" || token === "used") return Promise.resolve();
  const codes = { late: "token-expired", away: "unavailable" } as const;
  const code = codes[token as keyof typeof codes] as AuthError["code"] | undefined;
  return Promise.reject(new AuthError(code ?? "token-invalid"));
};

const ports = (): Ports => ({
  ...backend.ports,
  appCheck: appCheck({
    mode,
    verify,
    once: ["generateToken"],
    consume: (token) => Promise.resolve(token === "used"),
    failed: (reason) => failed.push(reason),
  }),
});

beforeAll(async () => {
  backend = await startBackend();
  functions = await mount({ generateToken: callable(operations.generateToken, {}, ports) });
  email = (await backend.newUser()).email!;
});
beforeEach(() => {
  failed = [];
});
afterAll(async () => {
  await functions.stop();
  await backend.stop();
});

interface Reply {
  error?: { details: { code: string } };
}

async function send(url: string, body: object, token: string | undefined) {
  const api = apiApp({ ports, deployed: false });
  const init = {
    method: "POST",
    headers: {
      "content-type": "application/json",
      ...(token !== undefined && { "x-firebase-appcheck": token }),
    },
    body: JSON.stringify(body),
  };
  const reply = await (url.startsWith("/") ? api.request(url, init) : fetch(url, init));
  if (reply.status === 204) return 204;
  const { error } = (await reply.json()) as Reply;
  return error?.details.code ?? reply.status;
}

const transports: [string, (token?: string) => Promise<unknown>][] = [
  ["HTTPS", (token) => send("/auth/login", { email, password }, token)],
  [
    "callables",
    (token) => send(`${functions.url}/generateToken`, { data: { email, password } }, token),
  ],
];

describe.each(transports)("over %s, App Check", (_name, signIn) => {
  test("asks for nothing where it is off", async () => {
    mode = "off";
    expect([await signIn(), await signIn("bad")]).toEqual([200, 200]);
    expect(failed).toEqual([]);
  });

  test("counts and lets through where it is monitored", async () => {
    mode = "monitor";
    const answers = [
      await signIn(),
      await signIn("bad"),
      await signIn("away"),
      await signIn("good"),
    ];
    expect(answers).toEqual([200, 200, 200, 200]);
    expect(failed).toEqual(["missing", "invalid", "unavailable"]);
  });

  test("refuses and counts where it is enforced, and an outage is none", async () => {
    mode = "enforce";
    const answers = [
      await signIn(),
      await signIn("bad"),
      await signIn("late"),
      await signIn("away"),
      await signIn("good"),
    ];
    const refused = "app-check-failed";
    expect(answers).toEqual([refused, refused, refused, "unavailable", 200]);
    expect(failed).toEqual(["missing", "invalid", "expired", "unavailable"]);
  });
});

test("a token that was used before is refused where it is good only once, and only there", async () => {
  mode = "enforce";
  expect(await send("/auth/login", { email, password }, "used")).toBe("app-check-failed");
  expect(failed).toEqual(["consumed"]);
  expect(await send("/auth/resetPassword", { email }, "used")).toBe(204);
});

test("what is guarded by a token is not asked for one of App Check", async () => {
  mode = "enforce";
  const { accessToken } = await backend.newUser();
  const api = apiApp({ ports, deployed: false });
  const headers = { authorization: `Bearer ${accessToken}` };
  expect((await api.request("/me", { headers })).status).toBe(200);
});

test("a token may be used up for operations that look for one", () => {
  for (const name of attested) expect(operations[name].refuses).toContain("app-check-failed");
});

test("every operation that anyone may ask, or that takes a password, says that it may refuse", () => {
  const named = Object.values(operations)
    .filter(({ refuses }) => refuses.includes("app-check-failed"))
    .map(({ name }) => name);
  const open = Object.values(operations).filter(({ needs }) => needs === "nobody");
  expect(named).toEqual(expect.arrayContaining(open.map(({ name }) => name)));
  expect(named).toEqual(expect.arrayContaining(["changePassword", "changeEmail"]));
  expect(named).not.toContain("getMe");
});
