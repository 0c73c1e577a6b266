import type { AuthDTO, UserDTO } from "../../../src/operation/replies";
import { apiApp } from "../../../src/endpoints/http/app";
import { type Asked, serveApi } from "../../../testing/http/served";
import { running } from "../../../testing/running";

const served = running(serveApi);
let admin: AuthDTO;
beforeAll(async () => {
  admin = await served.newUser({ role: "Admin" });
});

const ask = (method: string, path: string, asked: Asked = {}) =>
  served.ask(method, path, { token: admin.accessToken, ...asked });

/** A user, and the tag that they are read with. */
async function newUser() {
  const { id } = await served.newUser();
  const { headers, body } = await ask("GET", `/users?userId=${id}`);
  return { id, path: `/users/${id}`, user: body as UserDTO, etag: headers.get("etag")! };
}

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

test("of ten changes with one tag at once, one is made", async () => {
  const { path, etag } = await newUser();
  const headers = { "if-match": etag };
  const answers = await Promise.all(
    Array.from({ length: 10 }, (_, n) =>
      ask("PATCH", path, { headers, body: { firstName: `Ada${"x".repeat(n + 1)}` } }),
    ),
  );
  const made = answers.filter(({ status }) => status === 200);
  expect([made.length, answers.filter(({ status }) => status === 412).length]).toEqual([1, 9]);
});

test("of several changes of the address with one tag at once, one is made", async () => {
  const { path, etag } = await newUser();
  const headers = { "if-match": etag };
  const answers = await Promise.all(
    Array.from({ length: 4 }, () =>
      ask("PATCH", path, { headers, body: { email: served.newEmail() } }),
    ),
  );
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 412, 412, 412]);
});

describe("PUT", () => {
  test("takes what GET gave", async () => {
    const { path, user, etag } = await newUser();
    const answer = await ask("PUT", path, { body: user });
    expect([answer.body, answer.headers.get("etag")]).toEqual([user, etag]);
  });

  test("refuses the id of another than the path's", async () => {
    const { path, user } = await newUser();
    const { code } = await ask("PUT", path, { body: { ...user, id: admin.id } });
    expect(code).toBe("invalid-request");
  });

  test("leaves as it is what is empty or null", async () => {
    const { path, user } = await newUser();
    const body = { firstName: "", lastName: "", email: null, role: null };
    expect((await ask("PUT", path, { body })).body).toEqual(user);
  });
});

test("a change of a role asks for a fresh sign-in, and one of a name does not", async () => {
  const { path } = await newUser();
  const ports = served.instance({ freshSignInSeconds: -1 });
  const app = apiApp({ ports: () => ports, deployed: true });
  const patch = (body: object) =>
    app.request(path, {
      method: "PATCH",
      headers: {
        authorization: `Bearer ${admin.accessToken}`,
        "content-type": "application/json",
      },
      body: JSON.stringify(body),
    });
  const refused = await patch({ role: "Admin" });
  expect([refused.status, await refused.json()]).toMatchObject([
    401,
    { error: { details: { code: "fresh-sign-in-required", maxAgeSeconds: -1 } } },
  ]);
  expect((await patch({ lastName: "King" })).status).toBe(200);
});
