import { Timestamp } from "firebase-admin/firestore";
import { z } from "zod";
import { systemDto } from "../../../src/operations/system/system-dto";
import { currentSchema } from "../../../src/upgrade/schema";
import { password } from "../../../testing/backend";
import { administration } from "../../../testing/http/administration";

const { served, team, by } = administration();

async function look(): Promise<z.output<typeof systemDto>> {
  const { status, body } = await by(team.admin, "GET", "/system");
  expect(status).toBe(200);
  return z.strictObject(systemDto.shape).parse(body);
}

const minute = 60_000;
const ago = (milliseconds: number) => Timestamp.fromMillis(Date.now() - milliseconds);

const checkOf = ({ checks }: z.output<typeof systemDto>, name: string) =>
  checks.find((check) => check.name === name);

test("GET /system says that all is well, and of which versions", async () => {
  const system = await look();
  const unwell = system.checks.filter(({ outcome }) => outcome !== "ok");
  // Nothing was mailed yet, so nobody knows.
  expect(unwell).toEqual([{ name: "mail", outcome: "unknown", reason: null }]);
  const { backend, ...versions } = system.versions;
  // Nobody has recorded any yet.
  expect(versions).toEqual({ node: process.version, schema: 1 });
  expect(backend).not.toBe("");
  expect(system.pending).toEqual({ count: 0, oldestAt: null });
  expect(system.limits).toEqual([]);
  // The Admin was just made.
  expect(system.liveState.changesInLastHour).toBeGreaterThan(0);
});

test("the live state's age is that of the instance that answers", async () => {
  const { accessToken: token } = team.admin;
  await look();
  const aged = async () => {
    await served.ask("GET", "/me", { token });
    return (await look()).liveState.ageMilliseconds;
  };
  let age = await aged();
  while (age === null) age = await aged();
  expect(age).toBeGreaterThanOrEqual(0);
  expect(age).toBeLessThanOrEqual(1000 * served.ports.settings.liveStateMaxAgeSeconds);
});

test("changes that never finished, and since when", async () => {
  const since = ago(10 * minute);
  const mark = { fields: ["role"], since, closes: false };
  await served.firestore.doc("authState/somebody").set({
    ...{ marked: true, n: 1, changedAt: since },
    pending: { one: mark, two: { ...mark, since: ago(minute) } },
  });
  const { pending } = await look();
  expect(pending).toEqual({ count: 2, oldestAt: since.toDate().toISOString() });
});

test("limits that are reached, without saying whose", async () => {
  const { email } = await served.newUser();
  const headers = { "x-forwarded-for": "203.0.113.9" };
  for (let n = 0; n < 11; n += 1)
    await served.ask("POST", "/auth/login", {
      body: { email, password: `not ${password}` },
      headers,
    });
  expect((await look()).limits).toEqual([{ name: "sign-in-account", count: 1 }]);
  // A pause that is over is none.
  const [counter] = (await served.firestore.collection("limits").where("limit", "!=", "").get())
    .docs;
  await counter?.ref.update({ limitedUntil: ago(minute) });
  expect((await look()).limits).toEqual([]);
});

test("mails by state, whether any is overdue, and whether the provider takes them", async () => {
  const sent = { kind: "password-reset", address: "a@example.com", attempts: 1, locale: null };
  const outbox = served.firestore.collection("outbox");
  await outbox.doc("sent").set({ ...sent, state: "delivered", createdAt: ago(5 * minute) });
  expect(checkOf(await look(), "mail")).toMatchObject({ outcome: "ok" });
  const dueAt = ago(minute);
  const stuck = { state: "queued", reason: "ECONNREFUSED", createdAt: ago(minute), dueAt };
  await outbox.doc("stuck").set({ ...sent, ...stuck });
  const system = await look();
  expect(checkOf(system, "mail")).toMatchObject({ outcome: "failed", reason: "ECONNREFUSED" });
  expect(system.mails).toMatchObject({
    counts: { delivered: 1, failed: 0 },
    overdueSince: dueAt.toDate().toISOString(),
  });
  await outbox.doc("later").set({ ...sent, state: "delivered", createdAt: ago(0) });
  expect(checkOf(await look(), "mail")).toMatchObject({ outcome: "ok" });
});

test("documents of another version are named", async () => {
  await served.firestore.doc("authBackend/schema").set({ version: currentSchema + 1 });
  expect(checkOf(await look(), "schema")).toMatchObject({
    outcome: "failed",
    reason: String(currentSchema + 1),
  });
});
