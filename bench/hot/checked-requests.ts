import type { App } from "../../functions/testing/instances/firebase-admin";
import { signIdToken, testKey } from "../../functions/testing/tokens/id-tokens";
import { makeUsers } from "../emulators";
import { loadServers, type Served, withKeyServer } from "../http-load";
import type { ServerKind } from "../processes/server";
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
  return report(found.get(atATime) ?? new Map<ServerKind, Served>());
}

function report(servers: ReadonlyMap<ServerKind, Served>): Report {
  const perSecond = (kind: ServerKind) => servers.get(kind)?.requestsPerSecond ?? NaN;
  const without = perSecond("no check");
  const share = perSecond("ours, signed") / without;
  return {
    title: `(h) HTTP requests with a check, at ${atATime} at a time`,
    notes: ["A node:http server that replies with some JSON; both get the same tokens."],
    rows: [...servers].map(([server, { requestsPerSecond, processor }]) => ({
      server,
      "requests a second": round(requestsPerSecond),
      "% of no check": round((requestsPerSecond / without) * 100),
      "processor, µs each": round(processor),
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
