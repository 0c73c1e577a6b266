import { createServer, type IncomingMessage, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { accessTokens } from "../../../src/identity/platform/access-tokens";
import { metadataCredential } from "../../../src/identity/platform/metadata-credential";

describe("the platform's token", () => {
  let server: Server;
  let host: string;
  let requests: IncomingMessage[];
  let headers: Record<string, string>;
  let body: unknown;

  beforeEach(async () => {
    requests = [];
    headers = { "Metadata-Flavor": "Google" };
    body = { access_token: "token", expires_in: 3600, token_type: "Bearer" };
    server = createServer((request, response) => {
      requests.push(request);
      response.writeHead(200, headers).end(JSON.stringify(body));
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterEach(
    () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  );

  test("is asked for as the metadata server wants it", async () => {
    await expect(metadataCredential({ host }).getAccessToken()).resolves.toMatchObject({
      access_token: "token",
    });
    const [request] = requests;
    expect([request?.method, request?.url, request?.headers["metadata-flavor"]]).toEqual([
      "GET",
      "/computeMetadata/v1/instance/service-accounts/default/token",
      "Google",
    ]);
  });

  test("is taken from nobody who does not say to be Google's server", async () => {
    headers = {};
    await expect(metadataCredential({ host }).getAccessToken()).rejects.toMatchObject({
      code: "unavailable",
    });
  });

  test("is unavailable where the answer holds none", async () => {
    body = { error: "no account" };
    await expect(metadataCredential({ host }).getAccessToken()).rejects.toMatchObject({
      code: "unavailable",
    });
  });

  test("is asked for once, for all who wait and until it is about to end", async () => {
    const token = accessTokens({ options: { credential: metadataCredential({ host }) } });
    await expect(Promise.all([token(), token()])).resolves.toEqual(["token", "token"]);
    await token();
    expect(requests).toHaveLength(1);
  });

  test("is asked for again when it is about to end, and after a failure", async () => {
    const token = accessTokens({ options: { credential: metadataCredential({ host }) } });
    headers = {};
    await expect(token()).rejects.toMatchObject({ code: "unavailable" });
    headers = { "Metadata-Flavor": "Google" };
    body = { access_token: "short", expires_in: 299 };
    await expect(token()).resolves.toBe("short");
    await expect(token()).resolves.toBe("short");
    expect(requests).toHaveLength(3);
  });
});
