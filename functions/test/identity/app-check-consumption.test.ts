import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { appCheckConsumption } from "../../src/identity/app-check-consumption";

let server: Server;
let url: string;
/** What Google is asked, and answers. */
let asked: { path: string | undefined; authorization: string | undefined; body: unknown }[];
let answer: { status: number; body: string };

beforeAll(async () => {
  server = createServer((request, response) => {
    void text(request).then((body) => {
      const { authorization } = request.headers;
      asked.push({ path: request.url, authorization, body: JSON.parse(body) as unknown });
      response.writeHead(answer.status, { "content-type": "application/json" }).end(answer.body);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
beforeEach(() => {
  asked = [];
});
afterAll(() => {
  server.close();
  server.closeAllConnections();
});

const accessToken = () => Promise.resolve("access");
const consumption = (at = url) =>
  appCheckConsumption({ projectId: "my-app", accessToken, url: at, timeout: 1_000 });

test("asks Google to use up a token, in the name of the functions", async () => {
  answer = { status: 200, body: "{}" };
  await expect(consumption()("the token")).resolves.toBe(false);
  expect(asked).toEqual([
    {
      path: "/v1beta/projects/my-app:verifyAppCheckToken",
      authorization: "Bearer access",
      body: { app_check_token: "the token" },
    },
  ]);
});

test("says that a token was used up before", async () => {
  answer = { status: 200, body: '{"alreadyConsumed":true}' };
  await expect(consumption()("the token")).resolves.toBe(true);
});

test.each([
  ["refuses", { status: 403, body: '{"error":{"status":"PERMISSION_DENIED"}}' }],
  ["is overloaded", { status: 503, body: "" }],
  ["answers nonsense", { status: 200, body: "[]" }],
])("is unavailable where Google %s", async (_what, said) => {
  answer = said;
  await expect(consumption()("the token")).rejects.toMatchObject({ code: "unavailable" });
});

test("is unavailable where nobody answers", async () => {
  const nobody = consumption("http://127.0.0.1:1");
  await expect(nobody("the token")).rejects.toMatchObject({ code: "unavailable" });
});
