import { apiApp } from "../../../src/endpoints/http/app";
import { firebaseSignIn } from "../../../src/identity/firebase-sign-in";
import { startRestServer } from "../../../testing/identity/rest-server";
import { memoryBackend } from "../../../testing/memory/backend";

let rest: Awaited<ReturnType<typeof startRestServer>>;
beforeAll(async () => {
  rest = await startRestServer();
});
afterAll(() => rest.stop());

test("a sign-in with a password that the project's policy no longer takes says so, and counts like a wrong one", async () => {
  const message = "PASSWORD_DOES_NOT_MEET_REQUIREMENTS : Missing password requirements: […]";
  rest.behave = (response) =>
    response.writeHead(400).end(JSON.stringify({ error: { code: 400, message } }));
  const backend = memoryBackend();
  const { email, id } = await backend.newUser();
  const signIn = {
    ...backend.ports.signIn,
    ...firebaseSignIn({ apiKey: "fake-api-key", emulatorHost: rest.host }),
  };
  const ports = { ...backend.ports, signIn };
  const app = apiApp({ ports: () => ports, deployed: true });
  const login = async () => {
    const reply = await app.request("/auth/login", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ email, password: "was good once" }),
    });
    const { error } = (await reply.json()) as { error: { details: object } };
    return [reply.status, error.details, reply.headers.get("set-cookie")];
  };
  const before = await ports.sessions.count(id);
  for (let tries = 0; tries < 10; tries += 1) {
    expect(await login()).toEqual([400, { code: "weak-password", reason: "policy" }, null]);
  }
  expect(await login()).toMatchObject([429, { code: "too-many-attempts" }, null]);
  expect(await ports.sessions.count(id)).toBe(before);
  const trail = await ports.activity.list({ userId: id, action: "generateToken", limit: 20 });
  expect(trail.filter(({ code }) => code === "weak-password")).toHaveLength(10);
});
