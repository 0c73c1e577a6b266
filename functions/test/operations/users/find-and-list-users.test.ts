import type { AuthDTO, UserDTO } from "../../../src/operation/replies";
import { type Answered } from "../../../testing/http/served";
import { administration } from "../../../testing/http/administration";

const { served, team, by } = administration();

describe("GET /users", () => {
  test("pages through everybody in a stable order, without a look-up per user", async () => {
    for (let made = 0; made < 6; made += 1) await served.newUser();
    const find = jest.spyOn(served.ports.accounts, "find");
    const list = jest.spyOn(served.ports.users, "list");
    const ids: string[] = [];
    let path: string | undefined = "/users?limit=3";
    let pages = 0;
    while (path !== undefined) {
      const page: Answered = await by(team.admin, "GET", path);
      ids.push(...(page.body as UserDTO[]).map(({ id }) => id));
      const next: string | undefined = /^<(.*)>/.exec(page.headers.get("link") ?? "")?.[1];
      path = next && `/users${next}`;
      pages += 1;
    }
    expect(pages).toBe(3);
    expect(list).toHaveBeenCalledTimes(3);
    expect(find).not.toHaveBeenCalled();
    expect(ids).toEqual([...new Set(ids)].sort());
    expect(ids).toHaveLength(7);
    jest.restoreAllMocks();
  });

  test("shows everybody who stays, while others come and go", async () => {
    const staying = [];
    const going: AuthDTO[] = [];
    for (let made = 0; made < 8; made += 1) staying.push(await served.newUser());
    for (let made = 0; made < 8; made += 1) going.push(await served.newUser());
    const churn = (async () => {
      for (const { id } of going) {
        await served.service.deleteUser({ userId: id });
        await served.newUser();
      }
    })();
    const seen: string[] = [];
    let pageToken: string | undefined;
    do {
      const page = await served.service.listUsers({ limit: 2, ...(pageToken && { pageToken }) });
      seen.push(...page.users.map(({ id }) => id));
      pageToken = page.nextPageToken;
    } while (pageToken !== undefined);
    await churn;
    expect(seen).toEqual([...new Set(seen)].sort());
    expect(seen).toEqual(expect.arrayContaining(staying.map(({ id }) => id)));
  });

  test("finds one by id and by address, and restores a document that is missing", async () => {
    const { id, email } = await served.newUser();
    await served.firestore.doc(`users/${id}`).delete();
    const byEmail = await by(team.admin, "GET", `/users?email=${encodeURIComponent(email!)}`);
    const byId = await by(team.admin, "GET", `/users?userId=${id}`);
    expect(byEmail.body).toMatchObject({ id, email, role: "User" });
    expect(byId.body).toEqual(byEmail.body);
  });

  test.each(["?userId=nobody", "?email=nobody%40example.com"])(
    "knows nobody: %s",
    async (query) => {
      const { status, code } = await by(team.admin, "GET", `/users${query}`);
      expect([status, code]).toEqual([404, "user-not-found"]);
    },
  );
});
