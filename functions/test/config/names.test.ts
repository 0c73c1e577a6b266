import { readSettings } from "../../src/config";
import { complete } from "../../testing/config";

const read = (COLLECTIONS: string) => readSettings({ ...complete, COLLECTIONS }).collections;

describe("COLLECTIONS", () => {
  test("gives other names to those that it lists, and to no others", () => {
    expect(read("users=members, limits=auth-limits")).toEqual({
      ...read(""),
      users: "members",
      limits: "auth-limits",
    });
    expect(read("").users).toBe("users");
  });

  test("may swap two names", () => {
    expect(read("users=outbox,outbox=users")).toMatchObject({ users: "outbox", outbox: "users" });
  });

  test.each([
    "users",
    "users=",
    "members=users",
    "toString=x",
    "users=a/b",
    "users=__x__",
    "users=a=b",
    "users=outbox",
    "users=members,",
  ])("may not be %j", (text) => {
    expect(() => read(text)).toThrow("Parameters: COLLECTIONS must ");
  });
});

test.each(["", "Auth", "a", "(other)", "a/b"])("FIRESTORE_DATABASE may not be %j", (text) => {
  expect(() => readSettings({ ...complete, FIRESTORE_DATABASE: text })).toThrow(
    "Parameters: FIRESTORE_DATABASE must be ",
  );
});
