import { administration } from "../../../testing/http/administration";

const { served, team, by } = administration();

interface Entry {
  id: string;
  at: string;
  action: string;
  userId: string | null;
  by: string | null;
}

const read = async (path: string) => {
  const { status, body, headers } = await by(team.admin, "GET", path);
  expect(status).toBe(200);
  const next = /<(\?[^>]+)>; rel="next"/.exec(headers.get("link") ?? "")?.[1];
  return { entries: body as Entry[], next };
};

/** Two users, one of whom an Admin disabled and enabled. */
async function history() {
  const [ada, grace] = [await served.newUser(), await served.newUser()];
  for (const disabled of [true, false]) {
    await by(team.admin, "PATCH", `/users/${ada.id}`, { disabled });
  }
  return { ada, grace };
}

test("GET /activity gives all of it, newest first, and who did what to whom", async () => {
  const { ada, grace } = await history();
  const { entries } = await read("/activity?limit=100");
  const times = entries.map(({ at }) => at);
  expect(times).toEqual(times.toSorted().reverse());
  expect(entries.slice(0, 2)).toMatchObject([
    { action: "updateUser", userId: ada.id, by: team.admin.id, outcome: "ok" },
    { action: "updateUser", userId: ada.id, by: team.admin.id, outcome: "ok" },
  ]);
  expect(entries.map(({ userId }) => userId)).toEqual(expect.arrayContaining([ada.id, grace.id]));
});

test("it is filtered by user and by act, one and both", async () => {
  const { ada, grace } = await history();
  const of = async (query: string) =>
    (await read(`/activity?limit=100&${query}`)).entries.map(({ action, userId }) => [
      action,
      userId,
    ]);
  const changed = ["updateUser", ada.id];
  expect(await of("action=updateUser")).toEqual([changed, changed]);
  expect(new Set((await of(`userId=${grace.id}`)).map(([, userId]) => userId))).toEqual(
    new Set([grace.id]),
  );
  expect(await of(`userId=${ada.id}&action=updateUser`)).toEqual([changed, changed]);
  expect(await of(`userId=${grace.id}&action=updateUser`)).toEqual([]);
});

test("pages hold all of it once, and the link repeats the filter", async () => {
  const { ada } = await history();
  const all = (await read(`/activity?limit=100&userId=${ada.id}`)).entries;
  const paged: Entry[] = [];
  for (let query: string | undefined = `?limit=1&userId=${ada.id}`; query;) {
    const page: Awaited<ReturnType<typeof read>> = await read(`/activity${query}`);
    expect(page.entries).toHaveLength(1);
    paged.push(...page.entries);
    query = page.next;
  }
  expect(paged).toEqual(all);
  expect(all.length).toBeGreaterThan(2);
});

test("GET /users/:userId/activity gives one user's, also of one who is gone what Admins did", async () => {
  const { ada } = await history();
  const before = (await read(`/users/${ada.id}/activity`)).entries;
  expect(before.map(({ action }) => action)).toEqual(
    expect.arrayContaining(["register", "updateUser"]),
  );
  await by(team.admin, "DELETE", `/users?userId=${ada.id}`);
  const after = (await read(`/users/${ada.id}/activity`)).entries;
  expect(after.map(({ action, by: who }) => [action, who])).toEqual(
    ["deleteUser", "updateUser", "updateUser"].map((action) => [action, team.admin.id]),
  );
});

test.each([
  "/activity?limit=0",
  "/activity?action=%3Cscript%3E",
  "/activity?userId=a%2Fb",
  "/activity?from=now",
])("%s is refused", async (path) => {
  expect((await by(team.admin, "GET", path)).code).toBe("invalid-request");
});

test("an act of an Admin shows its owner who, and not from where", async () => {
  const { ada } = await history();
  const { email } = ada;
  const password = "correct horse battery";
  const again = await served.ask("POST", "/auth/login", { body: { email, password } });
  const { accessToken: token } = again.body as { accessToken: string };
  const own = await served.ask("GET", "/me/activity", { token });
  const acts = (own.body as (Entry & { device: string; place: string })[]).filter(
    ({ action }) => action === "updateUser",
  );
  expect(acts).toMatchObject([
    { by: team.admin.id, device: "", place: "" },
    { by: team.admin.id, device: "", place: "" },
  ]);
  expect(acts[0]).not.toHaveProperty("userId");
});
