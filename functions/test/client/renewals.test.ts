import { access, refusal, scriptedApi } from "../../testing/client/scripted-api";

const minute = 60_000;

test("twenty waiting calls renew once", async () => {
  const { session, asked, answer } = scriptedApi();
  const renewed = access();
  answer([200, renewed]);
  const tokens = await Promise.all(Array.from({ length: 20 }, () => session.accessToken()));
  expect(new Set(tokens)).toEqual(new Set([renewed.accessToken]));
  expect(asked).toEqual(["/api/auth/refresh {}"]);
});

test("a token is used until a minute before its end, and then renewed", async () => {
  const { session, clock, asked, answer } = scriptedApi();
  const first = access();
  const second = access();
  await session.begin(first);
  answer([200, second]);
  clock.pass(59 * minute - 1);
  expect(await session.accessToken()).toBe(first.accessToken);
  expect(asked).toEqual([]);
  clock.pass(1);
  expect(await session.accessToken()).toBe(second.accessToken);
});

test.each([
  ["a laptop sleeps and its steady clock with it", "freeze"],
  ["the wall clock is set back while time passes", "setBack"],
] as const)("a token is renewed in time, though %s", async (_, event) => {
  const { session, clock, answer } = scriptedApi();
  const second = access();
  await session.begin(access());
  answer([200, second]);
  if (event === "freeze") clock.freeze(2 * 60 * minute);
  else {
    clock.setBack(24 * 60 * minute);
    clock.pass(60 * minute);
  }
  expect(await session.accessToken()).toBe(second.accessToken);
});

test("the time that a renewal takes is taken from the token's", async () => {
  const { session, clock, asked, answer } = scriptedApi({
    store: {
      read: () => {
        clock.pass(30 * minute);
        return "refresh-1";
      },
      write: () => undefined,
    },
  });
  answer([200, access()]);
  await session.accessToken();
  clock.pass(29 * minute);
  await session.accessToken();
  expect(asked).toHaveLength(2);
});

describe.each([
  ["no network", "away"],
  ["a proxy's own page", [502]],
  ["the API's own word", refusal(503, "unavailable")],
  ["too many renewals", refusal(429, "too-many-attempts")],
] as const)("an outage (%s)", (_, outage) => {
  test("lets a token be used until its end, and is no end of the session", async () => {
    const { session, clock, heard, answer } = scriptedApi();
    const first = access();
    await session.begin(first);
    answer(outage);
    clock.pass(60 * minute - 1);
    expect(await session.accessToken()).toBe(first.accessToken);
    clock.pass(1);
    await expect(session.accessToken()).rejects.toMatchObject({
      code: outage === "away" || outage.length === 1 ? "unavailable" : expect.any(String),
    });
    expect(heard).toEqual(["signed-in"]);
  });

  test("is over for the next call", async () => {
    const { session, clock, answer } = scriptedApi();
    await session.begin(access());
    clock.pass(61 * minute);
    const second = access();
    answer(outage, [200, second]);
    await expect(session.accessToken()).rejects.toThrow();
    expect(await session.accessToken()).toBe(second.accessToken);
  });
});
