import {
  setUp,
  key,
  nextKey,
  minute,
  hour,
  away,
  settle,
} from "../../../testing/tokens/signing-keys";

describe("googleSigningKeys", () => {
  describe("keeps keys", () => {
    test.each<[string, Record<string, string>, number]>([
      [
        "as long as max-age says",
        { "cache-control": "public, max-age=7200, no-transform" },
        2 * hour,
      ],
      [
        "less the age that the reply already has",
        { "cache-control": "max-age=7200", age: "3600" },
        hour,
      ],
      ["for a day at most", { "cache-control": "max-age=99999999999" }, 24 * hour],
      ["for a minute without Cache-Control", {}, minute],
      ["for a minute if nothing is cacheable", { "cache-control": "no-store, max-age=0" }, minute],
      ["for a minute if max-age makes no sense", { "cache-control": "max-age=-1" }, minute],
      ["by max-age and not s-maxage", { "cache-control": "s-maxage=9999, max-age=7200" }, 2 * hour],
      [
        "whatever the case of the directive",
        { "cache-control": 'Public,Max-Age="7200"' },
        2 * hour,
      ],
      ["for a minute if the age is over", { "cache-control": "max-age=7200", age: "9000" }, minute],
    ])("%s", async (_name, headers, lifetime) => {
      const { time, server, keys, find } = setUp();
      server.headers = headers;
      server.publish(key);
      await find(key.kid);
      server.reply = away;
      time.now = lifetime - 1;
      expect(keys.find(key.kid)).toMatchObject({ type: "public" });
      await settle();
      time.now = lifetime + minute;
      await expect(find(key.kid)).resolves.toBe("unavailable");
    });

    test("and counts their age from when the fetch was sent, not from when the reply arrived", async () => {
      const { time, server, find } = setUp();
      const { reply } = server;
      server.reply = () => {
        time.now += 5_000;
        return reply();
      };
      await find(key.kid);
      server.reply = away;
      time.now = 6 * hour;
      await expect(find(key.kid)).resolves.toBe("unavailable");
    });
  });

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
