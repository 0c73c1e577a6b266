import { createHash } from "node:crypto";
import { createServer, type IncomingMessage, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { breachedPasswords } from "../../src/passwords/breached-passwords";

const digest = (password: string) =>
  createHash("sha1").update(password).digest("hex").toUpperCase();

let server: Server;
let url: string;
let requests: IncomingMessage[];
let reply: { status: number; body: string } | "never";

beforeAll(async () => {
  server = createServer((request, response) => {
    requests.push(request);
    if (reply !== "never") response.writeHead(reply.status).end(reply.body);
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

beforeEach(() => {
  requests = [];
});

afterAll(async () => {
  server.closeAllConnections();
  await new Promise((closed) => server.close(closed));
});

const padding = `${"0".repeat(34)}1:0\r\n${"F".repeat(35)}:0`;

describe("breachedPasswords", () => {
  test("finds a password, and sends five digits of its digest and no more", async () => {
    reply = { status: 200, body: `${padding}\r\n${digest("correct horse").slice(5)}:42` };
    expect(await breachedPasswords({ url }).includes("correct horse")).toBe(true);
    expect(requests.map((request) => request.url)).toEqual([
      `/range/${digest("correct horse").slice(0, 5)}`,
    ]);
    expect(requests[0]?.headers["add-padding"]).toBe("true");
  });

  test("does not take padding for a find", async () => {
    reply = { status: 200, body: `${padding}\r\n${digest("correct horse").slice(5)}:0` };
    expect(await breachedPasswords({ url }).includes("correct horse")).toBe(false);
  });

  test("does not know a password that is not in the reply", async () => {
    reply = { status: 200, body: padding };
    expect(await breachedPasswords({ url }).includes("correct horse")).toBe(false);
  });

  test.each([
    ["is silent", "never"],
    ["answers with an error", { status: 503, body: "" }],
    ["redirects", { status: 302, body: "" }],
  ] as const)("lets a password through and says so when the server %s", async (_, answer) => {
    reply = answer;
    const unanswered = jest.fn();
    expect(await breachedPasswords({ url, timeout: 200, unanswered }).includes("x")).toBe(false);
    expect(unanswered).toHaveBeenCalledTimes(1);
  });

  test("lets a password through when nobody is there", async () => {
    const unanswered = jest.fn();
    const nobody = breachedPasswords({ url: "http://127.0.0.1:9", unanswered });
    expect(await nobody.includes("x")).toBe(false);
    expect(unanswered).toHaveBeenCalledTimes(1);
  });
});
