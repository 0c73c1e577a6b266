import { apiApp } from "../../../../src/endpoints/http/app";
import { printClientAddress } from "../../../../../cli/admin/client-address";
import { serveApi, type Served } from "../../../../testing/http/served";

let served: Served;
beforeAll(async () => {
  served = await serveApi();
});
afterAll(() => served.stop());

const ask = (headers: Record<string, string>) =>
  served.ask("GET", "/health/client-address", { headers });

describe("GET /health/client-address", () => {
  test("says how the request arrived, and as whose it counts", async () => {
    const forwardedFor = "192.0.2.1, 203.0.113.7";
    expect((await ask({ "x-forwarded-for": forwardedFor })).body).toEqual({
      forwardedFor,
      countedAs: "203.0.113.7",
      shared: false,
    });
    expect((await ask({})).body).toEqual({
      forwardedFor: null,
      countedAs: "unknown",
      shared: true,
    });
  });

  test("asks for the token of READY_TOKEN where it is set", async () => {
    const ports = served.instance({ readyToken: "0123456789abcdef" });
    const api = apiApp({ ports: () => ports, deployed: true });
    const statusOf = async (headers: Record<string, string>) =>
      (await api.request("/health/client-address", { headers })).status;
    expect(await statusOf({})).toBe(401);
    expect(await statusOf({ authorization: "Bearer 0123456789abcdef" })).toBe(200);
  });

  test("is what npm run admin -- client-address prints for a path", async () => {
    const lines: string[] = [];
    jest.spyOn(console, "log").mockImplementation((line: string) => void lines.push(line));
    await printClientAddress({ project: "demo-nowhere", portOffset: 6900 }, [served.url]);
    expect(lines.slice(-3)).toEqual([
      served.url,
      "  asked plainly:           arrived as null, counted as unknown, of many",
      '  with a forged 192.0.2.1: arrived as "192.0.2.1", counted as 192.0.2.1',
    ]);
  });
});
