import { apiApp } from "../../../src/endpoints/http/app";
import type { Settings } from "../../../src/config";
import { type Backend, startBackend } from "../../../testing/backend";

describe("GET /health/ready", () => {
  let backend: Backend;
  beforeAll(async () => {
    backend = await startBackend();
  });
  afterAll(() => backend.stop());

  /** Asks an instance that has not looked yet. */
  async function ask(settings: Partial<Settings> = {}, headers: Record<string, string> = {}) {
    const ports = backend.instance(settings);
    const app = apiApp({ ports: () => ports, deployed: true });
    const reply = await app.request("/health/ready", { headers });
    return { status: reply.status, body: await reply.json() };
  }

  const ok = { status: 200, body: { status: "ok" } };
  const away = (part: string) => ({
    status: 503,
    body: {
      error: {
        status: "UNAVAILABLE",
        message: `Can't be reached: ${part}.`,
        details: { code: "unavailable", away: [part] },
      },
    },
  });

  const outages: Record<string, { begin(): Promise<void>; end(): Promise<void> }> = {
    firestore: {
      begin: () => backend.firestoreServer.pause(),
      async end() {
        await backend.firestoreServer.resume();
        // The SDK tries its connection again after a pause of its own.
        await backend.firestore.doc("users/nobody").get();
      },
    },
    auth: {
      begin: () => backend.authServer.pause(),
      end: () => backend.authServer.resume(),
    },
    queue: {
      begin: () => Promise.resolve(void (backend.tasks.away = true)),
      end: () => Promise.resolve(void (backend.tasks.away = false)),
    },
  };

  test.each(Object.keys(outages))(
    "names %s while it is away, and is well again by itself",
    async (part) => {
      expect(await ask()).toEqual(ok);
      await outages[part]!.begin();
      const during = await ask();
      await outages[part]!.end();
      expect(during).toEqual(away(part));
      expect(await ask()).toEqual(ok);
    },
  );

  test("is open to all, whatever bearer they send, while READY_TOKEN is empty", async () => {
    expect(await ask({}, { authorization: "Bearer of-something-else" })).toEqual(ok);
  });

  const readyToken = "a-token-of-16-or-more";

  test.each([
    ["nothing", {}, "not-signed-in"],
    ["another token", { authorization: "Bearer another-token-of-16" }, "token-invalid"],
    ["its beginning", { authorization: `Bearer ${readyToken.slice(0, -1)}` }, "token-invalid"],
    ["another scheme", { authorization: `Basic ${readyToken}` }, "token-invalid"],
  ])("is closed to who shows %s, where READY_TOKEN is set", async (_, headers, code) => {
    const { status, body } = await ask({ readyToken }, headers);
    expect([status, body]).toMatchObject([401, { error: { details: { code } } }]);
  });

  test("is open to who shows READY_TOKEN", async () => {
    expect(await ask({ readyToken }, { authorization: `Bearer ${readyToken}` })).toEqual(ok);
  });
});
