import type { z } from "zod";
import type { managedUser } from "../../../src/operations/users/managed-user";
import { administration } from "../../../testing/http/administration";

jest.setTimeout(60_000);

type Managed = z.output<typeof managedUser>;

const { served, team, by } = administration();
const moment = expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/) as string;

describe("GET /users?details=true", () => {
  test("says how each signs in, since when they are there, and when they were seen last", async () => {
    const { id } = await served.newUser();
    const made = { email: served.newEmail(), firstName: "Ada", lastName: "King", role: "User" };
    const invited = (await by(team.admin, "POST", "/users", { ...made, locale: "fr" })).body;
    const { status, body } = await by(team.admin, "GET", "/users?details=true");
    expect(status).toBe(200);
    const of = (uid: string) => (body as Managed[]).find((user) => user.id === uid)?.details;
    const seen = { createdAt: moment, lastSeenAt: moment };
    const nothing = { locale: null, disabling: null };
    expect(of(id)).toEqual({ ...nothing, ...seen, providers: ["password"] });
    expect(of((invited as Managed).id)).toEqual({
      ...{ ...nothing, ...seen, locale: "fr" },
      providers: [],
    });
  });

  test("is one look-up for a hundred users, and none without", async () => {
    for (let count = 0; count < 3; count += 1) await served.newUser();
    const lookUps = jest.spyOn(served.ports.accounts, "findMany");
    const before = lookUps.mock.calls.length;
    const list = await by(team.admin, "GET", "/users");
    expect((list.body as Managed[]).map(({ details }) => details)).toEqual(
      Array(4).fill(undefined),
    );
    expect(lookUps.mock.calls).toHaveLength(before);
    const page = await by(team.admin, "GET", "/users?details=true&limit=3");
    expect(lookUps.mock.calls).toHaveLength(before + 1);
    expect(page.headers.get("link")).toContain("details=true");
  });

  test("leaves out what Firebase does not know of an account that is gone there", async () => {
    const { id } = await served.newUser();
    await served.ports.accounts.remove(id);
    const { body } = await by(team.admin, "GET", "/users?details=true");
    expect((body as Managed[]).find((user) => user.id === id)?.details).toMatchObject({
      ...{ providers: [], createdAt: null, lastSeenAt: null },
    });
  });

  test("says it of one user, too, under the same tag", async () => {
    const { id } = await served.newUser();
    const plain = await by(team.admin, "GET", `/users?userId=${id}`);
    const detailed = await by(team.admin, "GET", `/users?userId=${id}&details=true`);
    expect(detailed.body).toEqual({
      ...(plain.body as object),
      details: {
        ...{ locale: null, providers: ["password"], disabling: null },
        ...{ createdAt: moment, lastSeenAt: moment },
      },
    });
    expect(detailed.headers.get("etag")).toBe(plain.headers.get("etag"));
  });

  test("knows yes and no alone", async () => {
    const { code } = await by(team.admin, "GET", "/users?details=perhaps");
    expect(code).toBe("invalid-request");
  });
});
