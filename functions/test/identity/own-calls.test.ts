import { randomBytes } from "node:crypto";
import { authKeys } from "../../src/auth-keys";
import { isOwnCall, ownUserAgent } from "../../src/identity/own-calls";

const keys = authKeys([randomBytes(32)]);
const now = Date.UTC(2026, 0, 1);

describe("a call that this back end makes", () => {
  const agent = ownUserAgent(keys, now);

  test("is known for a minute, by clocks that differ", () => {
    for (const seconds of [-59, 0, 59]) {
      expect(isOwnCall(keys, agent, now + seconds * 1000)).toBe(true);
    }
    for (const seconds of [-60, 60, 3600]) {
      expect(isOwnCall(keys, agent, now + seconds * 1000)).toBe(false);
    }
  });

  test("is known while keys are rotated, and whatever is added to it on the way", () => {
    const [old, fresh] = [randomBytes(32), randomBytes(32)];
    const before = ownUserAgent(authKeys([old]), now);
    expect(isOwnCall(authKeys([fresh, old]), before, now)).toBe(true);
    expect(isOwnCall(authKeys([fresh]), before, now)).toBe(false);
    expect(isOwnCall(keys, `${agent} gzip(gfe)`, now)).toBe(true);
  });

  test.each([
    ["of nobody", ""],
    ["of another server", ownUserAgent(authKeys([randomBytes(32)]), now)],
    ["with a later time", agent.replace(/\(\d+/, `(${now / 1000 + 30}`)],
    ["without a signature", agent.replace(/\..{43}\)/, ".)")],
    ["of a browser", "Mozilla/5.0 (X11; Linux x86_64)"],
  ])("is not one %s", (_what, userAgent) => {
    expect(isOwnCall(keys, userAgent, now)).toBe(false);
  });
});
