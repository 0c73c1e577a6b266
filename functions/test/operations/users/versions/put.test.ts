import { apiApp } from "../../../../src/endpoints/http/app";
import { versions } from "../../../../testing/http/versions";

const { admin, ask, newUser, served } = versions();

describe("PUT", () => {
  test("takes what GET gave", async () => {
    const { path, user, etag } = await newUser();
    const answer = await ask("PUT", path, { body: user });
    expect([answer.body, answer.headers.get("etag")]).toEqual([user, etag]);
  });

  test("refuses the id of another than the path's", async () => {
    const { path, user } = await newUser();
    const { code } = await ask("PUT", path, { body: { ...user, id: admin().id } });
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
        authorization: `Bearer ${admin().accessToken}`,
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
