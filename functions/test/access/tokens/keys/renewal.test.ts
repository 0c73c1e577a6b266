import {
  setUp,
  key,
  nextKey,
  minute,
  hour,
  away,
  settle,
} from "../../../../testing/tokens/signing-keys";

describe("googleSigningKeys", () => {
  describe("renews keys", () => {
    test("in the background when half their time is over", async () => {
      const { time, server, keys, find } = setUp();
      await find(key.kid);
      server.publish(nextKey);
      time.now = 3 * hour - 1;
      expect(keys.find(key.kid)).toMatchObject({ type: "public" });
      expect(server.requests).toHaveLength(1);
      time.now = 3 * hour;
      expect(keys.find(key.kid)).toMatchObject({ type: "public" });
      expect(server.requests).toHaveLength(2);
      await settle();
      await expect(find(nextKey.kid)).resolves.toBe(nextKey.kid);
      await expect(find(key.kid)).resolves.toBeUndefined();
      expect(server.requests).toHaveLength(2);
    });

    test("so that an outage of Google in the other half goes unnoticed", async () => {
      const { time, server, keys, find } = setUp();
      await find(key.kid);
      const { reply } = server;
      server.reply = away;
      for (time.now = 3 * hour; time.now < 6 * hour; time.now += 10_000) {
        expect(keys.find(key.kid)).toMatchObject({ type: "public" });
        await settle();
      }
      // Once a minute, and not on each of the 1,080 requests.
      expect(server.requests).toHaveLength(1 + 180);
      await expect(find(key.kid)).resolves.toBe("unavailable");
      server.reply = reply;
      time.now += 1_000;
      await expect(find(key.kid)).resolves.toBe(key.kid);
    });

    test("when an unknown kid appears, once for all who wait", async () => {
      const { time, server, find } = setUp();
      await find(key.kid);
      server.publish(key, nextKey);
      time.now = minute;
      await expect(Promise.all([find(nextKey.kid), find(nextKey.kid)])).resolves.toEqual([
        nextKey.kid,
        nextKey.kid,
      ]);
      expect(server.requests).toHaveLength(2);
    });

    test("for unknown kids at most once a minute", async () => {
      const { time, server, find } = setUp();
      await find(key.kid);
      for (time.now = 0; time.now < 10 * minute; time.now += 1_000) {
        await expect(find(`made-up-${time.now}`)).resolves.toBeUndefined();
      }
      expect(server.requests).toHaveLength(10);
    });

    test("and keeps the same object for a key that is still there", async () => {
      const { time, server, keys, find } = setUp();
      await find(key.kid);
      const before = keys.find(key.kid);
      server.publish(nextKey, key);
      time.now = minute;
      await find(nextKey.kid);
      expect(keys.find(key.kid)).toBe(before);
    });
  });
});
