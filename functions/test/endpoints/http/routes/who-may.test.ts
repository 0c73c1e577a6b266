import type { AuthDTO } from "../../../../src/operation/replies";
import { password } from "../../../../testing/backend";
import { type Asked, serveApi } from "../../../../testing/http/served";
import { running } from "../../../../testing/running";
import { consoleRows } from "./console-rows";

const served = running(serveApi);

const callers = ["nobody", "a bad token", "another user", "the owner", "an Admin"] as const;

/** A user, who is asked about, and everybody who may ask. */
async function cast(): Promise<{ owner: AuthDTO; tokens: (string | undefined)[] }> {
  const owner = await served.newUser();
  const [stranger, admin] = [await served.newUser(), await served.newUser({ role: "Admin" })];
  const tokens = [undefined, "garbage", stranger, owner, admin].map((who) =>
    typeof who === "object" ? who.accessToken : who,
  );
  return { owner, tokens };
}

const names = { firstName: "Ada", lastName: "Lovelace" };
const enc = encodeURIComponent;

type Row = [
  route: string,
  request: (owner: AuthDTO) => [method: string, path: string, asked?: Asked],
  answers: (number | string)[],
];

/** A status, or the code of a refusal, for each of the callers. */
const anyone = (answer: number | string) => Array<number | string>(5).fill(answer);
const admins = (status: number | string) => [
  "not-signed-in",
  "token-invalid",
  "not-allowed",
  "not-allowed",
  status,
];

const rows: Row[] = [
  [
    "POST /auth/register",
    () => ["POST", "/auth/register", { body: { email: served.newEmail(), password, ...names } }],
    anyone(200),
  ],
  [
    "POST /auth/login",
    ({ email }) => ["POST", "/auth/login", { body: { email, password } }],
    anyone(200),
  ],
  [
    "POST /auth/refresh",
    ({ refreshToken }) => ["POST", "/auth/refresh", { body: { refreshToken } }],
    anyone(200),
  ],
  ["POST /auth/refresh without a session", () => ["POST", "/auth/refresh"], anyone(204)],
  ["POST /auth/logout", () => ["POST", "/auth/logout"], anyone(204)],
  [
    "POST /auth/logout/:userId",
    ({ id }) => ["POST", `/auth/logout/${id}`],
    ["not-signed-in", "token-invalid", "not-allowed", 204, 204],
  ],
  [
    "POST /auth/resetPassword",
    ({ email }) => ["POST", "/auth/resetPassword", { body: { email } }],
    anyone(204),
  ],
  [
    "POST /auth/resetPassword/:email",
    ({ email }) => ["POST", `/auth/resetPassword/${enc(email!)}`],
    anyone(204),
  ],
  [
    "POST /auth/verifyEmail",
    ({ email }) => ["POST", "/auth/verifyEmail", { body: { email } }],
    anyone(204),
  ],
  [
    "POST /auth/verifyEmail/:email",
    ({ email }) => ["POST", `/auth/verifyEmail/${enc(email!)}`],
    anyone(204),
  ],
  [
    "POST /auth/action/check",
    () => ["POST", "/auth/action/check", { body: { oobCode: "no-code" } }],
    anyone("action-code-invalid"),
  ],
  [
    "POST /auth/action",
    () => ["POST", "/auth/action", { body: { oobCode: "no-code" } }],
    anyone("action-code-invalid"),
  ],
  [
    "POST /auth/authorize",
    ({ id }) => ["POST", "/auth/authorize", { body: { userId: id } }],
    ["not-signed-in", 200, 200, 200, 200],
  ],
  ["GET /me", () => ["GET", "/me"], ["not-signed-in", "token-invalid", 200, 200, 200]],
  [
    "GET /me/sessions",
    () => ["GET", "/me/sessions"],
    ["not-signed-in", "token-invalid", 200, 200, 200],
  ],
  [
    "DELETE /me/sessions",
    () => ["DELETE", "/me/sessions"],
    ["not-signed-in", "token-invalid", 204, 204, 204],
  ],
  [
    "DELETE /me/sessions/:sessionId",
    ({ sessionId }) => ["DELETE", `/me/sessions/${sessionId}`],
    ["not-signed-in", "token-invalid", "session-not-found", 204, "session-not-found"],
  ],
  ["GET /users/:userId/mails", ({ id }) => ["GET", `/users/${id}/mails`], admins(200)],
  ["GET /users/:userId/sessions", ({ id }) => ["GET", `/users/${id}/sessions`], admins(200)],
  [
    "DELETE /users/:userId/sessions/:sessionId",
    ({ id, sessionId }) => ["DELETE", `/users/${id}/sessions/${sessionId}`],
    admins(204),
  ],
  ["GET /users", () => ["GET", "/users"], admins(200)],
  ["GET /users?details=", () => ["GET", "/users?details=true"], admins(200)],
  ["GET /users?userId=", ({ id }) => ["GET", `/users?userId=${id}`], admins(200)],
  ["GET /users?email=", ({ email }) => ["GET", `/users?email=${enc(email!)}`], admins(200)],
  [
    "POST /users",
    () => [
      "POST",
      "/users",
      { body: { email: served.newEmail(), password, ...names, role: "User" } },
    ],
    admins(201),
  ],
  [
    "PATCH /users/:userId",
    ({ id }) => ["PATCH", `/users/${id}`, { body: { disabled: false } }],
    admins(200),
  ],
  [
    "PUT /users/:userId",
    ({ id, email }) => ["PUT", `/users/${id}`, { body: { ...names, email, role: "User" } }],
    admins(200),
  ],
  ["DELETE /users?userId=", ({ id }) => ["DELETE", `/users?userId=${id}`], admins(204)],
  ["DELETE /users?email=", ({ email }) => ["DELETE", `/users?email=${enc(email!)}`], admins(204)],
  ["GET /invitations", () => ["GET", "/invitations"], admins(200)],
  [
    "POST /invitations",
    () => ["POST", "/invitations", { body: { email: served.newEmail(), role: "User" } }],
    admins(201),
  ],
  ...consoleRows.map(([method, path, answer]): Row => [
    `${method} ${path}`,
    ({ id }) => [method, path.replace(":userId", id)],
    admins(answer),
  ]),
  ["GET /health", () => ["GET", "/health"], anyone(200)],
  ["GET /openapi.json", () => ["GET", "/openapi.json"], anyone(200)],
  ["GET /docs", () => ["GET", "/docs"], anyone(200)],
];

describe("who may ask for each route", () => {
  test.each(rows)("%s", async (_route, request, answers) => {
    const { owner, tokens } = await cast();
    const answered: unknown[] = [];
    for (const token of tokens) {
      const [method, path, asked] = request(owner);
      const { status, code } = await served.ask(method, path, { ...asked, token });
      answered.push(code ?? status);
    }
    const table = (all: unknown[]) => Object.fromEntries(callers.map((who, i) => [who, all[i]]));
    expect(table(answered)).toEqual(table(answers));
  });

  test("an Admin whose address is not verified may not", async () => {
    const { accessToken: token } = await served.newUser({ role: "Admin", verified: false });
    expect((await served.ask("GET", "/users", { token })).code).toBe("email-not-verified");
  });

  test("a user who was an Admin until just now may not", async () => {
    const admin = await served.newUser({ role: "Admin" });
    expect((await served.ask("GET", "/users", { token: admin.accessToken })).status).toBe(200);
    const role = "User";
    await served.instance().records.transact([admin.id], () => ({
      result: undefined,
      state: { role },
      user: { update: { role } },
    }));
    expect((await served.ask("GET", "/users", { token: admin.accessToken })).code).toBe(
      "not-allowed",
    );
  });
});
