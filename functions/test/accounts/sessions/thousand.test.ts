import { requireSignIn } from "../../../src/access/guards";
import { endOtherSessions } from "../../../src/operations/sessions/end-other-sessions";
import { listSessions } from "../../../src/operations/sessions/list-sessions";
import { newSessionId } from "../../../src/sessions/refresh-token";
import { startBackend } from "../../../testing/backend";
import { clientWith } from "../../../testing/client";
import { running } from "../../../testing/running";

const thousand = 1_000;

test("of a thousand sessions, all are listed, newest first, and all but the current one end", async () => {
  const { id, accessToken, sessionId } = await backend.newUser();
  const { sessions, records, access } = backend.ports;
  const template = (await sessions.find(id, sessionId))!;
  const second = parseInt(sessionId);
  // An account is older than its sessions.
  await backend.ports.accounts.update(id, { validSince: second - 2 * thousand });
  for (let begin = 1; begin <= thousand; begin += 100) {
    const some = Array.from({ length: 100 }, (_, position) => begin + position);
    await Promise.all(
      some.map((age) =>
        sessions.add(
          id,
          {
            ...template,
            id: newSessionId(second - age),
            createdAt: template.createdAt - age * 1_000,
          },
          undefined,
        ),
      ),
    );
  }
  const client = clientWith(accessToken);
  const listed = await listSessions.perform({}, client, backend.ports);
  const begun = listed.map(({ createdAt }) => Date.parse(createdAt));
  expect(begun).toEqual(begun.toSorted((a, b) => b - a));
  expect(listed.length).toBeGreaterThan(thousand);

  await endOtherSessions.perform({}, client, backend.ports);
  expect(
    (await listSessions.perform({}, client, backend.ports)).map(({ current }) => current),
  ).toEqual(expect.not.arrayContaining([false]));
  expect((await sessions.list(id)).map((session) => parseInt(session.id))).toEqual(
    expect.not.arrayContaining([second - 1, second - thousand]),
  );
  // None of them was forgotten, though so many are not remembered one by one.
  const { state } = await records.read(id);
  const remembered = state!.endedSessions;
  const isDead = (began: number) => began <= state!.validAfter || remembered.includes(began);
  expect(Array.from({ length: thousand }, (_, age) => isDead(second - age - 1))).not.toContain(
    false,
  );
  const decision = await access.authorize(accessToken, requireSignIn(), { strict: true });
  expect(decision).toMatchObject({ allowed: true });
});

const backend = running(startBackend);

test("removeAll removes every one", async () => {
  const { id, sessionId } = await backend.newUser();
  const { sessions } = backend.ports;
  const template = (await sessions.find(id, sessionId))!;
  await Promise.all(
    Array.from({ length: 600 }, (_, age) =>
      sessions.add(id, { ...template, id: newSessionId(parseInt(sessionId) - age) }, undefined),
    ),
  );
  await sessions.removeAll(id);
  expect(await sessions.count(id)).toBe(0);
});
