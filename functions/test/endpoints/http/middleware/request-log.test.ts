import type { Served } from "../../../../testing/http/served";

let served: Served;
let password: string;
const logged: string[] = [];

beforeAll(async () => {
  // The SDK's logger writes to the console it finds when it is loaded.
  for (const level of ["debug", "info", "log", "warn", "error"] as const) {
    jest.spyOn(console, level).mockImplementation((...line: unknown[]) => {
      logged.push(line.map(String).join(" "));
    });
  }
  ({ password } = await import("../../../../testing/backend"));
  served = await (await import("../../../../testing/http/served")).serveApi();
});
afterAll(() => served.stop());
beforeEach(() => logged.splice(0));

const lines = () => logged.map((line) => JSON.parse(line) as Record<string, unknown>);

test("one line tells of a request: pattern, status, duration, who", async () => {
  const { id, accessToken: token } = await served.newUser();
  const { headers } = await served.ask("POST", `/auth/logout/${id}`, { token });
  expect(lines()).toEqual([
    {
      severity: "INFO",
      message: "request",
      requestId: headers.get("x-request-id"),
      method: "POST",
      route: "/auth/logout/{userId}",
      status: 204,
      durationMilliseconds: expect.any(Number),
      operation: "revokeTokens",
      code: "ok",
      uid: id,
      targetUid: id,
      version: "development",
    },
  ]);
});

test("no line tells of a question that was answered", async () => {
  const { id, accessToken: token } = await served.newUser();
  logged.splice(0);
  const { body } = await served.ask("POST", "/auth/authorize", { token, body: { userId: id } });
  expect(body).toEqual({ authorized: true });
  expect(logged).toEqual([]);
});

test("no line holds an address, a password, a token, a code or a query", async () => {
  const user = await served.newUser();
  const { accessToken, refreshToken } = user;
  const email = user.email!;
  const path = encodeURIComponent(email);
  await served.ask("POST", "/auth/login", { body: { email, password } });
  await served.ask("POST", "/auth/login", { body: `{"email":"${email}","password` });
  await served.ask("POST", `/auth/resetPassword/${path}`);
  await served.ask("POST", `/auth/${path}`);
  await served.ask("GET", `/users?email=${path}&x=secret-value`, { token: accessToken });
  await served.ask("POST", "/auth/refresh", { body: { refreshToken } });
  await served.ask("POST", "/auth/action/check", { body: { oobCode: "secret-code" } });
  const log = logged.join("\n");
  expect(logged.length).toBeGreaterThan(5);
  for (const secret of [email, path, password, accessToken, refreshToken, "secret"]) {
    expect(log).not.toContain(secret);
  }
});

const trace = "0af7651916cd43dd8448eb211c80319c";

test.each([
  ["traceparent", `00-${trace}-b7ad6b7169203331-01`],
  ["x-cloud-trace-context", `${trace}/1234;o=1`],
  ["x-cloud-trace-context", trace],
])("a request is named by its trace (%s: %s)", async (name, value) => {
  const { headers } = await served.ask("GET", "/health", { headers: { [name]: value } });
  expect(headers.get("x-request-id")).toBe(trace);
  expect(lines()).toMatchObject([{ requestId: trace }]);
});

test.each([
  ["traceparent", "00-nonsense-01"],
  ["traceparent", `00-${"0".repeat(32)}-b7ad6b7169203331-01`],
  ["x-cloud-trace-context", `${trace}; rm -rf /`],
])("a request is not named by what is no trace (%s: %s)", async (name, value) => {
  const { headers } = await served.ask("GET", "/health", { headers: { [name]: value } });
  expect(headers.get("x-request-id")).toMatch(/^[0-9a-f-]{36}$/);
});

test("an outage and a bug are logged with the id of the request", async () => {
  const list = jest.spyOn(served.ports.users, "list");
  list.mockRejectedValueOnce(new TypeError("a bug of ours"));
  const { accessToken: token } = await served.newUser({ role: "Admin" });
  const { status, body, headers } = await served.ask("GET", "/users", { token });
  expect([status, body]).toEqual([
    500,
    {
      error: {
        status: "INTERNAL",
        message: "Something went wrong.",
        details: { code: "internal" },
      },
    },
  ]);
  const requestId = headers.get("x-request-id");
  const version = headers.get("x-version");
  expect(lines()).toMatchObject([
    { severity: "ERROR", message: expect.stringContaining("a bug of ours"), requestId, version },
    { severity: "INFO", status: 500, requestId, version },
  ]);
});
