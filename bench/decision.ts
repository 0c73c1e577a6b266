import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { emulatorTokenVerifier } from "../functions/src/access/tokens/emulator-token-verifier";
import { firebaseTokenVerifier } from "../functions/src/access/tokens/firebase-token-verifier";
import { googleSigningKeys } from "../functions/src/access/tokens/signing-keys";
import { askable, killProcess, startProcess } from "../functions/testing/instances/processes";
import {
  projectId,
  signIdToken,
  testKey,
  type TestKey,
} from "../functions/testing/tokens/id-tokens";
import { ourDecider, usualDecider, type Decider } from "./deciders";
import { type BenchUser, makeUsers, withEmulators } from "./emulators";
import type { LoadCommands } from "./processes/load";
import type { ServerCommands, ServerKind } from "./processes/server";
import { type Report, round } from "./report";
import { interleave, median } from "./sample";

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

/** Serves a key as Google serves its own. */
async function withKeyServer<T>(key: TestKey, use: (url: string) => Promise<T>): Promise<T> {
  const server = createServer((_, response) => {
    response.setHeader("cache-control", "public, max-age=21600");
    response.end(JSON.stringify({ keys: [key.jwk] }));
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  try {
    return await use(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
  } finally {
    server.close();
    server.closeAllConnections();
  }
}

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

const serverKinds = ["usual", "ours", "ours, signed"] as const satisfies readonly ServerKind[];

async function requests(
  quick: boolean,
  users: readonly BenchUser[],
  signed: string[],
  keysUrl: string,
): Promise<Report> {
  const load = await startProcess(join(__dirname, "processes/load.ts"));
  const commands = askable<LoadCommands>(load, ["run"]);
  const unsigned = users.map(({ token }) => token);
  const servers = await Promise.all(
    serverKinds.map(async (kind) => {
      const env = { SERVER_KIND: kind, KEYS_URL: keysUrl };
      const child = await startProcess(join(__dirname, "processes/server.ts"), { env });
      const port = await askable<ServerCommands>(child, ["port"]).port();
      return { kind, child, port, tokens: kind === "ours, signed" ? signed : unsigned };
    }),
  );
  const rows: Report["rows"] = [];
  let times = NaN;
  try {
    for (const atATime of atATimes) {
      const samples = new Map<ServerKind, number[]>(serverKinds.map((kind) => [kind, []]));
      const rounds = quick ? 2 : 5;
      for (let turn = 0; turn <= rounds; turn += 1) {
        for (const { kind, port, tokens } of servers) {
          const milliseconds = quick ? 300 : 800;
          const perSecond = await commands.run({ port, tokens, atATime, milliseconds });
          // The first turn warms up.
          if (turn > 0) samples.get(kind)?.push(perSecond);
        }
      }
      const perSecond = (kind: ServerKind) => median(samples.get(kind) ?? []);
      for (const kind of serverKinds) {
        rows.push({
          "at a time": atATime,
          server: kind,
          "requests a second": round(perSecond(kind)),
          "× usual": round(perSecond(kind) / perSecond("usual")),
        });
      }
      if (atATime === 50) times = perSecond("ours, signed") / perSecond("usual");
    }
  } finally {
    await Promise.all([load, ...servers.map(({ child }) => child)].map(killProcess));
  }
  return {
    title: "(b) The same as whole HTTP requests",
    notes: [
      "A node:http server each, and the one that makes the requests, in processes of their own.",
    ],
    rows,
    targets: [
      {
        aim: "≥ 10 × the usual path's throughput, at 50 at a time",
        found: `${round(times)} ×`,
        met: times >= 10,
      },
    ],
  };
}
