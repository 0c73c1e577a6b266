import { setUp, key, minute, hour, away, settle } from "../../../../testing/tokens/signing-keys";

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
});
