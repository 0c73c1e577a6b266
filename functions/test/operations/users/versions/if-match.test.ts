import { versions } from "../../../../testing/http/versions";

const { ask, newUser } = versions();

test("replies with one user carry the same strong tag until something of them changes", async () => {
  const { id, path, etag } = await newUser();
  expect(etag).toMatch(/^"[\w-]{27}"$/);
  const unchanged = await ask("PATCH", path, { body: { disabled: false } });
  expect(unchanged.headers.get("etag")).toBe(etag);
  const changed = await ask("PATCH", path, { body: { lastName: "King" } });
  expect(changed.headers.get("etag")).not.toBe(etag);
  const read = await ask("GET", `/users?userId=${id}`);
  expect(read.headers.get("etag")).toBe(changed.headers.get("etag"));
});

describe.each([
  ["PATCH", (path: string) => path, { lastName: "King" }],
  ["PUT", (path: string) => path, undefined],
  ["DELETE", (_path: string, id: string) => `/users?userId=${id}`, undefined],
])("%s heeds If-Match:", (method, pathOf, change) => {
  const send = async (ifMatch: (etag: string) => string, meanwhile = false) => {
    const { id, path, user, etag } = await newUser();
    if (meanwhile) await ask("PATCH", path, { body: { firstName: "Augusta" } });
    const body = method === "DELETE" ? undefined : (change ?? { ...user, lastName: "King" });
    const headers = { "if-match": ifMatch(etag) };
    return ask(method, pathOf(path, id), { headers, ...(body && { body }) });
  };

  test.each([
    ["the tag", (etag: string) => etag],
    ["one of several", (etag: string) => `"another", ${etag}`],
    ["any", () => "*"],
  ])("%s", async (_which, ifMatch) => {
    expect((await send(ifMatch)).status).toBe(method === "DELETE" ? 204 : 200);
  });

  test.each([
    ["another", () => '"another"', false],
    ["a weak one", (etag: string) => `W/${etag}`, false],
    ["that of before somebody else's change", (etag: string) => etag, true],
  ])("not %s", async (_which, ifMatch, meanwhile) => {
    const { status, code } = await send(ifMatch, meanwhile);
    expect([status, code]).toEqual([412, "changed-meanwhile"]);
  });
});
