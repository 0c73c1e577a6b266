import type { Mounted } from "../../../testing/mount";
import type { ask as Ask } from "../../../testing/http/served";

let api: Mounted;
let ask: typeof Ask;
let stop: () => Promise<void>;

beforeAll(async () => {
  // As in the Functions emulator, where the SDK would answer CORS by itself. Read when the SDK is loaded.
  process.env.FIREBASE_DEBUG_MODE = "true";
  process.env.FIREBASE_DEBUG_FEATURES = '{"enableCors":true}';
  const backend = await (await import("../../../testing/backend")).startBackend();
  const { mount } = await import("../../../testing/mount");
  ({ ask } = await import("../../../testing/http/served"));
  api = await mount(await import("../../../src/endpoints/http/api"));
  stop = async () => {
    await api.stop();
    await backend.stop();
  };
});
afterAll(() => stop());

describe("the exported function", () => {
  test("serves", async () => {
    expect((await ask(`${api.url}/api`, "GET", "/health")).body).toEqual({ status: "ok" });
  });

  test("lets the API decide which origins may read replies, in the emulator too", async () => {
    for (const method of ["GET", "OPTIONS"]) {
      const headers = {
        origin: "https://evil.example.com",
        "access-control-request-method": "GET",
      };
      const answer = await ask(`${api.url}/api`, method, "/health", { headers });
      expect(answer.headers.get("access-control-allow-origin")).toBeNull();
    }
  });
});
