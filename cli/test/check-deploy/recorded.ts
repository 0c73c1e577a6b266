import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Finding } from "../../check-deploy/check";
import type { Plan } from "../../check-deploy/plan";
import { checkProject } from "../../check-deploy/project";
import { type Run, toolsFor } from "../../check-deploy/tools";

interface Recording {
  about: string;
  /** The recording that has what this one leaves out. */
  like?: string;
  answers: Answer[];
}

interface Answer {
  asked: string;
  /** Where the form of the answer is from. */
  source: string;
  stdout?: string;
  json?: unknown;
  stderr?: string;
  /** The command's exit code; default: 0. */
  code?: number;
  /** Of an API; default: 200. */
  status?: number;
}

export const recordings = join(__dirname, "recordings");

/** What each tool has answered in a situation, by what it was asked. */
export function answersOf(situation: string): Map<string, Answer> {
  const text = readFileSync(join(recordings, `${situation}.json`), "utf8");
  const { like, answers } = JSON.parse(text) as Recording;
  const before = like === undefined ? [] : [...answersOf(like)];
  return new Map([...before, ...answers.map((each) => [each.asked, each] as const)]);
}

/** A project with few indexes and rules, to which the recordings belong. */
const plan: Plan = {
  project: "my-app",
  parameters: { WEB_API_KEY: "AIzaRecorded" },
  files: {
    rules: "rules_version = '2';\n",
    indexes: readFileSync(join(recordings, "../project/firestore.indexes.json"), "utf8"),
  },
};

/** An answer that says nothing: what should have answered is away. */
const away = {
  ...{ source: "", stderr: "ERROR: it is away", code: 1 },
  ...{ json: { error: { status: "UNAVAILABLE", message: "it is away" } }, status: 503 },
};

/** What check:deploy says where the tools answer as recorded, but for one question that nobody answers. */
export function findingsIn(
  situation: string,
  parameters: Record<string, string> = {},
  unanswered?: string,
): Promise<Finding[]> {
  const answers = answersOf(situation);
  if (unanswered !== undefined) answers.set(unanswered, { asked: unanswered, ...away });
  const answerTo = (asked: string) => {
    const answer = answers.get(asked);
    if (!answer) throw new Error(`Nobody has recorded: ${asked}`);
    return answer;
  };
  const run: Run = (command, args) => {
    const { stdout = "", json, stderr = "", code = 0 } = answerTo([command, ...args].join(" "));
    return code === 0
      ? Promise.resolve(json === undefined ? stdout : JSON.stringify(json))
      : Promise.reject(Object.assign(new Error("Command failed"), { stdout, stderr }));
  };
  const fetch: typeof globalThis.fetch = (url, init) => {
    const headers = new Headers(init?.headers);
    const { json, status = 200 } = answerTo(`GET ${url as string}`);
    const isAda =
      headers.get("authorization") === "Bearer ya29.recorded" &&
      headers.get("x-goog-user-project") === "my-app";
    return Promise.resolve(Response.json(json, { status: isAda ? status : 401 }));
  };
  const all = { ...plan, parameters: { ...plan.parameters, ...parameters } };
  return checkProject(all, toolsFor("my-app", run, fetch));
}

/** What the findings of one state say. */
export const inState = (state: Finding["state"], findings: Finding[]): string[] =>
  findings.filter((each) => each.state === state).map(({ what }) => what);
