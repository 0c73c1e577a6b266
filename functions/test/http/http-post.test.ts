import { createServer, type Server } from "node:http";
import type { AddressInfo, Socket } from "node:net";
import { post } from "../../src/http/http-post";

describe("post", () => {
  let server: Server;
  let requests: Socket[];
  let url: URL;
  /** Whether the connection is dropped instead of answered. */
  let drops: (socket: Socket) => boolean;

  beforeEach(async () => {
    requests = [];
    drops = () => false;
    server = createServer(({ socket }, response) => {
      const drop = drops(socket);
      requests.push(socket);
      if (drop) socket.destroy();
      else response.end("{}");
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    url = new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
  });
  afterEach(
    () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  );

  const send = () => post(url, "application/json", "{}", 5_000);

  test("keeps connections", async () => {
    await send();
    await send();
    expect(new Set(requests).size).toBe(1);
  });

  test("sends again, on a new connection, when the server had closed the kept one", async () => {
    await send();
    drops = (socket) => requests.includes(socket);
    expect(await send()).toMatchObject({ status: 200, body: {} });
    expect(requests).toHaveLength(3);
    expect(new Set(requests).size).toBe(2);
  });

  test("does so, too, where several kept ones are closed", async () => {
    await Promise.all([send(), send(), send()]);
    drops = (socket) => requests.includes(socket);
    expect(await send()).toMatchObject({ status: 200, body: {} });
    expect(requests).toHaveLength(5);
  });

  test("sends nothing twice over a new connection", async () => {
    drops = () => true;
    await expect(send()).rejects.toThrow("no reply: ECONNRESET");
    expect(requests).toHaveLength(1);
  });
});
