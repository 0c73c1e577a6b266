import { setUp, key, nextKey, minute, away } from "../../../testing/tokens/signing-keys";

describe("googleSigningKeys", () => {
  test("asks Google for the keys of securetoken, with a deadline and no redirects", async () => {
    const { server, find } = setUp();
    await find(key.kid);
    expect(server.requests).toEqual([
      {
        url: "https://www.googleapis.com/service_accounts/v1/jwk/securetoken@system.gserviceaccount.com",
        init: { redirect: "error", signal: expect.any(AbortSignal) },
      },
    ]);
  });

  test("gives up a fetch at its deadline", async () => {
    const { server, find } = setUp({ timeout: 1 });
    server.reply = () =>
      new Promise((_resolve, reject) => {
        const signal = server.requests[0]!.init!.signal!;
        signal.addEventListener("abort", () => reject(signal.reason as Error));
      });
    await expect(find(key.kid)).resolves.toBe("unavailable");
  });

  test("fetches once for all who wait, then answers at once", async () => {
    const { server, keys, find } = setUp();
    const found = await Promise.all([find(key.kid), find(key.kid), find("key-9")]);
    expect(found).toEqual([key.kid, key.kid, undefined]);
    expect(keys.find(key.kid)).toBe(keys.find(key.kid));
    expect(keys.find(key.kid)).toMatchObject({ type: "public" });
    expect(server.requests).toHaveLength(1);
  });

  test("does not fetch again while it waits, however long it takes", async () => {
    const { time, server, find } = setUp();
    const { reply } = server;
    let arrive: (response: Response) => void = () => undefined;
    server.reply = () => new Promise((resolve) => (arrive = resolve));
    const first = find(key.kid);
    time.now = 9_000;
    const second = find(key.kid);
    arrive(await reply());
    await expect(Promise.all([first, second])).resolves.toEqual([key.kid, key.kid]);
    expect(server.requests).toHaveLength(1);
  });

  describe("while Google is away", () => {
    test("is `unavailable` without keys, and asks again after a second", async () => {
      const { time, server, find } = setUp();
      const { reply } = server;
      server.reply = away;
      await expect(Promise.all([find(key.kid), find("key-9")])).resolves.toEqual([
        "unavailable",
        "unavailable",
      ]);
      server.reply = reply;
      time.now = 999;
      await expect(find(key.kid)).resolves.toBe("unavailable");
      expect(server.requests).toHaveLength(1);
      time.now = 1_000;
      await expect(find(key.kid)).resolves.toBe(key.kid);
    });

    test("does not refuse an unknown kid, and still knows the known ones", async () => {
      const { time, server, find } = setUp();
      await find(key.kid);
      const { reply } = server;
      server.reply = away;
      time.now = minute;
      await expect(find(nextKey.kid)).resolves.toBe("unavailable");
      await expect(find(nextKey.kid)).resolves.toBe("unavailable");
      await expect(find(key.kid)).resolves.toBe(key.kid);
      expect(server.requests).toHaveLength(2);
      server.reply = reply;
      time.now = 2 * minute;
      await expect(find(nextKey.kid)).resolves.toBeUndefined();
      await expect(find(nextKey.kid)).resolves.toBeUndefined();
      expect(server.requests).toHaveLength(3);
    });
  });
});
