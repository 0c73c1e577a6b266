import { emulatorTokenVerifier } from "../functions/src/access/tokens/emulator-token-verifier";
import { firebaseTokenVerifier } from "../functions/src/access/tokens/firebase-token-verifier";
import { googleSigningKeys } from "../functions/src/access/tokens/signing-keys";
import { projectId, signIdToken, testKey } from "../functions/testing/tokens/id-tokens";
import { ourDecider, usualDecider, type Decider } from "./deciders";
import { type BenchUser, makeUsers, withEmulators } from "./emulators";
import { loadServers, withKeyServer } from "./http-load";
import type { ServerKind } from "./processes/server";
import { type Report, round } from "./report";
import { interleave } from "./sample";

const atATimes = [1, 10, 50] as const;

/** Benchmark (b): the whole decision, against asking Firebase on every request. */
export async function decision(quick: boolean): Promise<Report[]> {
  return withEmulators(async ({ app }) => {
    const users = await makeUsers(app, 100);
    const key = testKey();
    const signed = users.map(({ uid }) => signIdToken(claimsOf(uid), { key }));
    return withKeyServer(key, async (keysUrl) => {
      const keys = googleSigningKeys({ url: keysUrl });
      return [
        await calls(quick, users, signed, {
          usual: usualDecider(app),
          emulated: ourDecider(app, emulatorTokenVerifier({ projectId })),
          seen: ourDecider(app, firebaseTokenVerifier({ projectId, keys })),
          fresh: ourDecider(app, firebaseTokenVerifier({ projectId, keys, maxRemembered: 1 })),
        }),
        await requests(quick, users, signed, keysUrl),
      ];
    });
  });
}

const claimsOf = (uid: string) => ({ sub: uid, user_id: uid, email: `${uid}@example.com` });

async function calls(
  quick: boolean,
  users: readonly BenchUser[],
  signed: readonly string[],
  { usual, emulated, seen, fresh }: Record<"usual" | "emulated" | "seen" | "fresh", Decider>,
): Promise<Report> {
  const unsigned = users.map(({ token }) => token);
  const rows: Report["rows"] = [];
  let times = NaN;
  for (const atATime of atATimes) {
    const subject = (
      name: string,
      decide: Decider,
      tokens: readonly string[],
      iterations: number,
    ) => {
      let turn = 0;
      const one = async () => {
        if (!(await decide(tokens[(turn += 1) % tokens.length] ?? ""))) {
          throw new Error(`${name}: refused`);
        }
      };
      return { name, iterations, run: () => Promise.all(Array.from({ length: atATime }, one)) };
    };
    const medians = await interleave(
      [
        subject("usual", usual, unsigned, 2),
        subject("ours, the same tokens", emulated, unsigned, Math.ceil(500 / atATime)),
        subject("ours, signed, seen before", seen, signed, Math.ceil(500 / atATime)),
        subject("ours, signed, new", fresh, signed, Math.ceil(500 / atATime)),
      ],
      { rounds: quick ? 15 : 60, iterations: 1 },
    );
    const each = (name: string) => (medians.get(name) ?? NaN) / atATime;
    for (const name of medians.keys()) {
      rows.push({
        "at a time": atATime,
        decision: name,
        "µs each": round(each(name)),
        "a second": round(1e6 / each(name)),
        "× usual": round(each("usual") / each(name)),
      });
    }
    if (atATime === 1) times = each("usual") / each("ours, signed, seen before");
  }
  return {
    title: "(b) The whole decision: is the session alive, the account enabled, the role held?",
    notes: [
      "Usual: verifyIdToken(token, true), getUser, and the user's document. Same emulators for all, on this machine:",
      "no network is crossed, which in production the usual path does three times.",
    ],
    rows,
    targets: [
      {
        aim: "a decision ≥ 200 × as fast as the usual path, at 1 at a time",
        found: `${round(times)} ×`,
        met: times >= 200,
      },
    ],
  };
}

async function requests(
  quick: boolean,
  users: readonly BenchUser[],
  signed: string[],
  keysUrl: string,
): Promise<Report> {
  const unsigned = users.map(({ token }) => token);
  const found = await loadServers({
    tokens: { usual: unsigned, ours: unsigned, "ours, signed": signed },
    ...{ keysUrl, atATimes },
    ...(quick ? { rounds: 2, milliseconds: 300 } : { rounds: 5, milliseconds: 800 }),
  });
  const perSecond = (atATime: number, kind: ServerKind) =>
    found.get(atATime)?.get(kind)?.requestsPerSecond ?? NaN;
  const times = (atATime: number, kind: ServerKind) =>
    perSecond(atATime, kind) / perSecond(atATime, "usual");
  const most = times(50, "ours, signed");
  return {
    title: "(b) The same as whole HTTP requests",
    notes: [
      "A node:http server each, and the one that makes the requests, in processes of their own.",
    ],
    rows: [...found].flatMap(([atATime, servers]) =>
      [...servers].map(([kind, { requestsPerSecond }]) => ({
        "at a time": atATime,
        server: kind,
        "requests a second": round(requestsPerSecond),
        "× usual": round(times(atATime, kind)),
      })),
    ),
    targets: [
      {
        aim: "≥ 10 × the usual path's throughput, at 50 at a time",
        found: `${round(most)} ×`,
        met: most >= 10,
      },
    ],
  };
}
