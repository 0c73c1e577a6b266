import type { App } from "../../functions/testing/instances/firebase-admin";
import { signIdToken, testKey } from "../../functions/testing/tokens/id-tokens";
import { makeUsers } from "../emulators";
import { loadServers, withKeyServer } from "../http-load";
import { type Report, round } from "../report";

const atATime = 50;

/** HTTP requests with a check of a signed token, beside those to the same server without one. */
export async function checkedRequests(app: App, quick: boolean): Promise<Report> {
  const key = testKey();
  const users = await makeUsers(app, 100);
  const tokens = users.map(({ uid }) =>
    signIdToken({ sub: uid, user_id: uid, email: `${uid}@example.com` }, { key }),
  );
  const found = await withKeyServer(key, (keysUrl) =>
    loadServers({
      tokens: { "no check": tokens, "ours, signed": tokens },
      ...{ keysUrl, atATimes: [atATime] },
      ...(quick ? { rounds: 4, milliseconds: 300 } : { rounds: 20, milliseconds: 800 }),
    }),
  );
  const perSecond = found.get(atATime) ?? new Map<string, number>();
  const without = perSecond.get("no check") ?? NaN;
  const share = (perSecond.get("ours, signed") ?? NaN) / without;
  return {
    title: `(h) HTTP requests with a check, at ${atATime} at a time`,
    notes: ["A node:http server that replies with some JSON; both get the same tokens."],
    rows: [...perSecond].map(([server, value]) => ({
      server,
      "requests a second": round(value),
      "% of no check": round((value / without) * 100),
    })),
    targets: [
      {
        aim: "with a check ≥ 95 % of the same server without one",
        found: `${round(share * 100)} %`,
        met: share >= 0.95,
      },
    ],
  };
}
