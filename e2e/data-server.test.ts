import { request } from "node:http";
import { stack } from "./stack";

const { data, hosting } = stack().addresses;

/** Asks the page's server with headers that `fetch` would not let one choose. */
function ask(path: string, headers: Readonly<Record<string, string>> = {}, method = "GET") {
  return new Promise<number | undefined>((resolve, reject) => {
    const [hostname, port] = data.split(":");
    const asked = request({ hostname, port, path, method, headers }, ({ statusCode }) =>
      resolve(statusCode),
    );
    asked.once("error", reject).end(method === "GET" ? undefined : '{"path":"users/user"}');
  });
}

const json = { "content-type": "application/json" };

test("the page Data is this machine's alone", async () => {
  expect(await ask("/data/collections")).toBe(200);
  expect(await ask("/data/collections", { host: "evil.example" })).toBe(403);
  expect(await ask("/data/collections", { origin: `http://${hosting}` })).toBe(403);
  expect(await ask("/data/collections", { "sec-fetch-site": "cross-site" })).toBe(403);
  const foreign = { ...json, origin: "https://evil.example" };
  expect(await ask("/data/document", foreign, "DELETE")).toBe(403);
  expect(await ask("/data/document", { "content-type": "text/plain" }, "DELETE")).toBe(404);
  expect(await ask("/data/document?path=users/user")).toBe(200);
});

test("its page is nothing that Hosting's rules would loosen, and no other file is served", async () => {
  const reply = await fetch(`http://${data}/`);
  expect(reply.headers.get("content-security-policy")).toContain("trusted-types 'none'");
  for (const path of ["/admin.html", "/assets/../data.html", "/assets/%2e%2e/data.html", "/.env"]) {
    expect([path, await ask(path)]).toEqual([path, 404]);
  }
});
