import { Timestamp } from "firebase-admin/firestore";
import type { AuthDTO } from "../../../src/operation/replies";
import { close, request } from "../../../src/mail/outbox/life";
import type { MailState } from "../../../src/mail/outbox/entry";
import type { RequestedMail } from "../../../src/mail/outbox/outbox";
import { administration } from "../../../testing/http/administration";

const { served, team, by } = administration();

interface Listed {
  id: string;
  state: MailState;
}

/** A mail that was asked for some seconds ago, and what became of it. */
async function stored(
  id: string,
  mail: RequestedMail,
  { state, reason, age = 0 }: { state: MailState; reason?: string; age?: number },
): Promise<void> {
  const fields = { ...request(mail, Date.now()), state, attempts: 1 };
  const createdAt = Timestamp.fromMillis(Date.now() - age * 1000);
  const document = served.firestore.doc(`outbox/${id}`);
  await document.set({ ...fields, createdAt });
  if (state === "failed" || state === "delivered")
    await document.update(close({ state, ...(reason !== undefined && { reason }) }));
}

const reset = (address: string): RequestedMail => ({
  kind: "password-reset",
  address,
  locale: null,
});

const resend = (who: AuthDTO, id: string) => by(who, "POST", `/mails/${id}`);

beforeEach(() => served.tasks.tasks.splice(0));

test("GET /mails gives kind, addressee, state, reason and times, and nothing else of a mail", async () => {
  await stored("m1", reset("ada@example.com"), { state: "failed", reason: "EENVELOPE 550" });
  await stored("m2", { kind: "role-changed", uid: "grace" }, { state: "sending", age: 10 });
  const all = (await by(team.admin, "GET", "/mails")).body as Listed[];
  const [first, second] = ["m1", "m2"].map((id) => all.find((mail) => mail.id === id));
  const time = expect.stringMatching(/^\d{4}-.*Z$/) as string;
  const common = { attempts: 1, createdAt: time };
  expect(first).toEqual({
    ...{ ...common, id: "m1", kind: "password-reset", state: "failed", dueAt: null },
    ...{ userId: null, email: "ada@example.com", reason: "EENVELOPE 550" },
  });
  expect(second).toEqual({
    ...{ ...common, id: "m2", kind: "role-changed", state: "sending", dueAt: time },
    ...{ userId: "grace", email: null, reason: null },
  });
});

test("by state and in pages, newest first, and the link repeats the state", async () => {
  for (let n = 0; n < 3; n += 1)
    await stored(`failed-${n}`, reset(`${n}@example.com`), { state: "failed", age: n });
  await stored("sent", reset("ada@example.com"), { state: "delivered" });
  const ids: string[] = [];
  for (let query: string | undefined = "?state=failed&limit=1"; query;) {
    const { body, headers } = await by(team.admin, "GET", `/mails${query}`);
    ids.push(...(body as Listed[]).map(({ id }) => id));
    query = /<(\?[^>]+)>; rel="next"/.exec(headers.get("link") ?? "")?.[1];
  }
  expect(ids).toEqual(["failed-0", "failed-1", "failed-2"]);
});

test("a failed mail is sent again, once, and the trail says by whom", async () => {
  await stored("m1", { kind: "role-changed", uid: "grace" }, { state: "failed" });
  const answers = await Promise.all([resend(team.admin, "m1"), resend(team.admin, "m1")]);
  expect(answers.map(({ code, status }) => code ?? status).sort()).toEqual([
    204,
    "invalid-request",
  ]);
  expect(served.tasks.tasks).toEqual([{ id: "m1" }]);
  const queued = (await by(team.admin, "GET", "/mails?state=queued")).body as Listed[];
  expect(queued.find(({ id }) => id === "m1")).toMatchObject({ attempts: 0, reason: null });
  const acts = (await by(team.admin, "GET", "/activity?action=resendMail")).body;
  expect(acts).toMatchObject([{ userId: "grace", by: team.admin.id, outcome: "ok" }]);
});

test.each(["queued", "sending", "delivered"] as const)(
  "one that is %s is not sent again",
  async (state) => {
    await stored("m1", reset("ada@example.com"), { state });
    expect((await resend(team.admin, "m1")).code).toBe("invalid-request");
    expect((await served.firestore.doc("outbox/m1").get()).get("state")).toBe(state);
    expect(served.tasks.tasks).toEqual([]);
  },
);

test.each(["/mails?state=lost", "/mails?limit=101", "/mails?pageToken=a%2Fb"])(
  "GET %s is refused",
  async (path) => {
    expect((await by(team.admin, "GET", path)).code).toBe("invalid-request");
  },
);

test("both are for Admins", async () => {
  await stored("m1", reset("ada@example.com"), { state: "failed" });
  const user = await served.newUser();
  for (const [method, path] of [
    ["GET", "/mails"],
    ["POST", "/mails/m1"],
  ] as const) {
    expect((await by(user, method, path)).code).toBe("not-allowed");
    expect((await served.ask(method, path)).code).toBe("not-signed-in");
  }
  expect((await served.firestore.doc("outbox/m1").get()).get("state")).toBe("failed");
});
