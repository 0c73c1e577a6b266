import { randomUUID } from "node:crypto";
import type { AuthDTO, UserDTO } from "../../../src/operation/replies";
import { projectId } from "../../../testing/backend";
import { serveApi } from "../../../testing/http/served";
import { running } from "../../../testing/running";

const served = running(serveApi);
const team = { admin: {} as AuthDTO };
const by = ({ accessToken }: AuthDTO, method: string, path: string, body?: object) =>
  served.ask(method, path, { token: accessToken, ...(body && { body }) });

const people = [
  { firstName: "Ada", lastName: "Byron", role: "User" },
  { firstName: "Grace", lastName: "Hopper", role: "User" },
  { firstName: "Gráinne", lastName: "Ó Máille", role: "Admin" },
  { firstName: "Åsa", lastName: "Ada-Lind", role: "User" },
];

beforeAll(async () => {
  await served.firestoreServer.reset(projectId);
  // Ada Lovelace.
  team.admin = await served.newUser({ role: "Admin" });
  for (const person of people) {
    const word = person.lastName.replace(/[^A-Za-z]/g, "").toLowerCase();
    const email = `${word}.who.has.a.long.address@${randomUUID()}.example.com`;
    const made = await by(team.admin, "POST", "/users", { ...person, email });
    expect(made).toMatchObject({ status: 201 });
  }
  const [hopper] = await names("?search=hopper", ({ id }) => id);
  await by(team.admin, "PATCH", `/users/${hopper}`, { disabled: true });
});

async function names(
  query: string,
  of: (user: UserDTO) => string = ({ lastName }) => lastName,
): Promise<string[]> {
  const { body, status } = await by(team.admin, "GET", `/users${query}`);
  expect(status).toBe(200);
  return (body as UserDTO[]).map(of);
}

describe("GET /users", () => {
  test.each([
    ["?search=byr", ["Byron"]],
    ["?search=AD&sort=name", ["Ada-Lind", "Byron", "Lovelace"]],
    ["?search=ada+byr", ["Byron"]],
    [`?search=${encodeURIComponent("GRÁI")}`, ["Ó Máille"]],
    [`?search=${encodeURIComponent("gra\u0301i")}`, ["Ó Máille"]],
    ["?search=hopper.who", ["Hopper"]],
    ["?search=hopper.who.has.a.long.address%40", ["Hopper"]],
    ["?search=hopper.who.has.a.long.addresses", []],
    ["?search=opper", []],
    ["?search=%25%2E%2A", []],
    ["?disabled=true", ["Hopper"]],
    ["?search=gr&disabled=false", ["Ó Máille"]],
    ["?search=gr&disabled=true&role=Admin", []],
  ])("finds by what one types: %s", async (query, expected) => {
    expect(await names(query)).toEqual(expected);
  });

  test("sorts by name, and by who is newest", async () => {
    const byName = ["Ada-Lind", "Byron", "Hopper"];
    expect(await names("?sort=name&role=User")).toEqual(byName);
    const newest = people.map(({ lastName }) => lastName).reverse();
    expect((await names("?sort=-createdAt")).slice(0, 4)).toEqual(newest);
  });

  test.each(["-createdAt", "name", "id"])(
    "pages by %s, through all and each once",
    async (sort) => {
      const seen: string[] = [];
      let next: string | undefined = `?limit=2&disabled=false&sort=${sort}`;
      while (next !== undefined) {
        const { body, headers } = await by(team.admin, "GET", `/users${next}`);
        seen.push(...(body as UserDTO[]).map(({ id }) => id));
        next = /^<(.*)>/.exec(headers.get("link") ?? "")?.[1];
        if (next !== undefined) expect(next).toContain(`disabled=false&sort=${sort}`);
      }
      expect(seen).toEqual(await names(`?disabled=false&sort=${sort}`, ({ id }) => id));
      expect(new Set(seen).size).toBe(4);
    },
  );

  test.each([
    ["?search=a", "search: must be 2 to 254 characters"],
    ["?sort=email", "sort: must be id, -createdAt or name"],
    ["?disabled=perhaps", "disabled: must be true or false"],
    ["?userId=ada&role=Admin", "request: holds a key that is not known"],
    ["?email=ada%40example.com&search=ada", "request: holds a key that is not known"],
    ["?pageToken=bm9uc2Vuc2U", "pageToken: must be one that a page of the same request came with"],
  ])("refuses %s", async (query, message) => {
    const { status, body } = await by(team.admin, "GET", `/users${query}`);
    expect([status, body]).toEqual([
      400,
      expect.objectContaining({
        error: expect.objectContaining({ message: expect.stringContaining(message) }),
      }),
    ]);
  });

  test("refuses the page token of another request", async () => {
    const { headers } = await by(team.admin, "GET", "/users?limit=1&sort=name");
    const [, next = ""] = /^<(.*)>/.exec(headers.get("link") ?? "") ?? [];
    const others = [next.replace("sort=name", "sort=id"), `${next}&role=User`, `${next}&search=ad`];
    for (const other of others) {
      expect((await by(team.admin, "GET", `/users${other}`)).status).toBe(400);
    }
    expect((await by(team.admin, "GET", `/users${next}`)).status).toBe(200);
  });

  test("finds a user by another name once it has changed", async () => {
    const [id] = await names("?search=byron", ({ id }) => id);
    await by(team.admin, "PATCH", `/users/${id}`, { lastName: "King" });
    expect(await names("?search=byron&sort=name")).toEqual(["King"]);
    expect(await names("?search=king")).toEqual(["King"]);
    await by(team.admin, "PATCH", `/users/${id}`, { email: served.newEmail() });
    expect(await names("?search=byron")).toEqual([]);
  });
});
