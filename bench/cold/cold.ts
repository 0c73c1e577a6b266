import { nodeOf } from "../../cli/project/node";
import { parameters, password } from "../../functions/testing/parameters";
import { type App, getAuth } from "../../functions/testing/instances/firebase-admin";
import { makeUsers, withEmulators } from "../emulators";
import { type Report, round } from "../report";
import { median } from "../sample";
import { type Asked, codeMegabytes, type Start, start } from "./start";
import { type Program, programs } from "./subjects";

/** The version that `firebase.json` deploys to. */
const nodeMajor = "22";

interface Subject {
  name: string;
  program: Program;
  asked: Asked;
}

/** Benchmark (f): from the start of a process to its first reply. */
export async function cold(quick: boolean): Promise<Report> {
  const node = await nodeOf(nodeMajor);
  return withEmulators(async ({ app }) => {
    Object.assign(process.env, parameters, {
      FUNCTION_SIGNATURE_TYPE: "http",
      NODE_ENV: "production",
    });
    const subjects = await subjectsOf(app, node);
    const starts = new Map(subjects.map(({ name }) => [name, [] as Start[]]));
    // The first round only brings the files into the system's cache.
    for (let turn = 0; turn < 1 + (quick ? 3 : 7); turn += 1) {
      for (const { name, program, asked } of subjects) {
        const started = await start(node, program, asked);
        if (turn > 0) starts.get(name)?.push(started);
      }
    }
    const rows: Row[] = [];
    for (const { name, program, asked } of subjects) {
      const samples = starts.get(name) ?? [];
      rows.push({
        name,
        milliseconds: median(samples.map(({ milliseconds }) => milliseconds)),
        running: median(samples.map(({ running }) => running)),
        megabytes: median(samples.map(({ megabytes }) => megabytes)),
        code: await codeMegabytes(node, program, asked),
      });
    }
    return report(rows);
  });
}

const authorized = "ours: first authorized reply";
const signIn = "ours: first sign-in";
const unguarded = "a function of a team's own";
const guarded = "the same with a guard";

async function subjectsOf(app: App, node: string): Promise<Subject[]> {
  const { bare, line, onRequest, ours, usual, ...own } = await programs(node);
  // A new password ends the sessions of its owner, the other one's token included.
  const [user, owner] = await makeUsers(app, 2);
  if (!user || !owner) throw new Error("There are no users.");
  const { email = "" } = await getAuth(app).updateUser(owner.uid, { password });
  const root = { path: "/" };
  const question = { path: "/auth/authorize", body: { roles: ["User"] }, token: user.token };
  const withToken = { path: "/", token: user.token };
  return [
    { name: "a bare node:http server", program: bare, asked: root },
    { name: "functions framework, an empty line", program: line, asked: root },
    { name: "an empty onRequest", program: onRequest, asked: root },
    { name: "ours: /health", program: ours, asked: { path: "/health" } },
    { name: authorized, program: ours, asked: { ...question, says: '"authorized":true' } },
    { name: signIn, program: ours, asked: { path: "/auth/login", body: { email, password } } },
    { name: unguarded, program: own.unguarded, asked: withToken },
    { name: guarded, program: own.guarded, asked: withToken },
    { name: "the usual back end", program: usual, asked: withToken },
  ];
}

interface Row extends Start {
  name: string;
  /** Megabytes. */
  code: number;
}

function report(rows: readonly Row[]): Report {
  const named = (name: string) => rows.find((row) => row.name === name) ?? rows[0];
  const bare = rows[0]?.milliseconds ?? NaN;
  const times = (name: string) => (named(name)?.milliseconds ?? NaN) / bare;
  const added = times(guarded) / times(unguarded) - 1;
  const code = named(authorized)?.code ?? NaN;
  return {
    title: `(f) Cold start: from the start of a process to its first reply, on Node ${nodeMajor}`,
    notes: [
      "One core each, in turns, the emulators in processes of their own. Code is what V8 was given beside Node's own.",
      "CPU is the time in which a thread of the program ran: what is left where others use the machine, too.",
    ],
    rows: rows.map(({ name, milliseconds, running, code, megabytes }) => ({
      program: name,
      ms: round(milliseconds),
      "× bare": round(milliseconds / bare),
      "CPU, ms": round(running),
      "CPU, × bare": round(running / (rows[0]?.running ?? NaN)),
      "code, MB": round(code),
      "memory, MB": round(megabytes),
    })),
    targets: [
      most("authorized reply", times(authorized), 4, "× the bare server"),
      most("sign-in", times(signIn), 5, "× the bare server"),
      most("code loaded for an authorized reply", code, 4, "MB"),
      most("what a guard adds to a team's own function", added * 100, 5, "%"),
    ],
  };
}

function most(what: string, found: number, limit: number, unit: string): Report["targets"][number] {
  return {
    aim: `${what}: at most ${limit} ${unit}`,
    found: `${round(found)}`,
    met: found <= limit,
  };
}
