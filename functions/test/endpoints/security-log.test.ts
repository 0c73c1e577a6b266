import { AuthError, type AuthErrorCode, failures } from "../../src/errors";
import type { AuthDTO } from "../../src/operation/replies";
import { type Mounted, mount } from "../../testing/mount";

const codes = Object.keys(failures) as AuthErrorCode[];

const logged: string[] = [];
let refuseWith: AuthErrorCode;
let ada: AuthDTO;
let functions: Mounted;

beforeAll(async () => {
  // The SDK's logger writes to the console it finds when it is loaded.
  for (const level of ["debug", "info", "log", "warn", "error"] as const) {
    jest.spyOn(console, level).mockImplementation((...line: unknown[]) => {
      logged.push(line.map(String).join(" "));
    });
  }
  const { callable } = await import("../../src/endpoints/callables/callable");
  const { apiApp } = await import("../../src/endpoints/http/app");
  const { fetchDoor } = await import("../../src/endpoints/http/fetch-door");
  const operations = await import("../../src/operations");
  const { memoryBackend } = await import("../../testing/memory/backend");
  const { ports, newUser } = memoryBackend();
  ada = await newUser();
  const withPassword = () => Promise.reject(new AuthError(refuseWith));
  const built = { ...ports, signIn: { ...ports.signIn, withPassword } };
  functions = await mount({
    generateToken: callable(operations.generateToken, {}, () => built),
    revokeTokens: callable(operations.revokeTokens, {}, () => built),
    isAuthorizedByRole: callable(operations.isAuthorizedByRole, {}, () => built),
    api: fetchDoor(() => Promise.resolve(apiApp({ ports: () => built, deployed: true }))),
  });
});
afterAll(() => functions.stop());
beforeEach(() => logged.splice(0));

const trace = "0af7651916cd43dd8448eb211c80319c";

async function ask(path: string, body: object): Promise<void> {
  await fetch(`${functions.url}/${path}`, {
    method: "POST",
    headers: {
      "content-type": "application/json",
      authorization: `Bearer ${ada.accessToken}`,
      traceparent: `00-${trace}-b7ad6b7169203331-01`,
    },
    body: JSON.stringify(body),
  });
}

/** The one line about the request. */
function line(): unknown {
  const lines = logged.map((text) => JSON.parse(text) as { message: string });
  const [only, ...more] = lines.filter(({ message }) => message === "request");
  expect(more).toEqual([]);
  return only;
}

describe.each([
  ["callables", "generateToken", (data: object) => ({ data })],
  ["the HTTPS API", "api/auth/login", (data: object) => data],
])("over %s", (_transport, path, toBody) => {
  test.each(codes)("%s is told in one line, with nothing of what was sent", async (code) => {
    refuseWith = code;
    await ask(path, toBody({ email: ada.email, password: "secret-value" }));
    expect(line()).toMatchObject({
      severity: "INFO",
      requestId: trace,
      operation: "generateToken",
      code,
      uid: null,
      targetUid: null,
    });
    for (const sent of ["secret-value", ada.email!, ada.accessToken]) {
      expect(logged.join("\n")).not.toContain(sent);
    }
  });
});

test.each([
  ["revokeTokens", "revokeTokens", { data: { userId: "9f8e7d6c5b4a39281706f5e4d3c2" } }],
  ["revokeTokens", "api/auth/logout/9f8e7d6c5b4a39281706f5e4d3c2", {}],
])("%s that is not allowed names who asked and of whom (%s)", async (operation, path, body) => {
  await ask(path, body);
  expect(line()).toMatchObject({
    operation,
    code: "not-allowed",
    uid: ada.id,
    targetUid: "9f8e7d6c5b4a39281706f5e4d3c2",
  });
});

test("an id that Firebase would not have given is not written down: it may be an address", async () => {
  await ask("revokeTokens", { data: { userId: "eve@example.com" } });
  expect(line()).toMatchObject({ code: "not-allowed", uid: ada.id, targetUid: null });
  expect(logged.join("\n")).not.toContain("eve@");
});

test("a malformed request is told, too, and a question that was answered is not", async () => {
  await ask("generateToken", { email: ada.email });
  expect(line()).toMatchObject({ operation: "generateToken", code: "invalid-request" });
  logged.splice(0);
  await ask("isAuthorizedByRole", { data: { accessToken: "t", roles: ["User"] } });
  expect(line()).toBeUndefined();
});
