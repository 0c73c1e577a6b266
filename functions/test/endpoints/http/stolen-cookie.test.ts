import { setTimeout as wait } from "node:timers/promises";
import { password } from "../../../testing/backend";
import { serveApi } from "../../../testing/http/served";
import { running } from "../../../testing/running";

// By the real clock: a cookie is replaced after 30 s, and stays good for 60 s more.
const served = running(serveApi);

const rotation = 30_500;
const grace = 60_500;

interface Browser {
  cookie: string;
}

/** Somebody who is signed in, and has been for so long that the next renewal replaces the cookie. */
async function signedIn(): Promise<Browser & { email: string }> {
  const { email } = await served.newUser();
  const { cookie } = await served.ask("POST", "/auth/login", { body: { email, password } });
  await wait(rotation);
  return { email: email!, cookie: cookie! };
}

const refresh = (cookie: string) => served.ask("POST", "/auth/refresh", { cookie });

/** Renews, and has the cookie that comes back. */
async function renewed(cookie: string): Promise<string> {
  const answer = await refresh(cookie);
  expect(answer.status).toBe(200);
  return answer.cookie!;
}

// Side by side, or it would take too long.
const rows: Record<string, () => Promise<void>> = {
  async "two tabs go on, though one comes with the cookie that was just replaced"() {
    const { cookie } = await signedIn();
    const [one, other] = await Promise.all([renewed(cookie), renewed(cookie)]);
    expect(one).not.toBe(cookie);
    expect(other).toBe(one);
    await wait(rotation);
    expect(await renewed(cookie)).toBe(one);
    expect(await renewed(one)).not.toBe(one);
  },

  async "a thief who renews a copied cookie is noticed when the owner comes back with theirs"() {
    const { email, cookie } = await signedIn();
    const elsewhere = (await served.ask("POST", "/auth/login", { body: { email, password } }))
      .cookie!;
    const thiefs = await renewed(cookie);
    await wait(rotation);
    await renewed(thiefs);
    await wait(grace - rotation);
    for (const ended of [cookie, thiefs, elsewhere]) {
      expect((await refresh(ended)).code).toBe("session-revoked");
    }
  },

  async "a reply that was lost costs nothing, and the cookie that was in it opens nothing"() {
    const { cookie } = await signedIn();
    const lost = await renewed(cookie);
    await wait(grace);
    const next = await renewed(cookie);
    expect(next).not.toBe(lost);
    expect(await renewed(next)).toBe(next);
    expect((await refresh(lost)).code).toBe("session-revoked");
    expect((await refresh(next)).code).toBe("session-revoked");
  },
};

const outcomes = new Map<string, Promise<void>>();

beforeAll(() => {
  for (const [row, run] of Object.entries(rows)) {
    const outcome = run();
    outcome.catch(() => undefined);
    outcomes.set(row, outcome);
  }
});

test.each(Object.keys(rows))("%s", (row) => outcomes.get(row));
