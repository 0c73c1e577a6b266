import {
  type Tokens,
  createSession,
  type AppSession,
  type SessionOptions,
} from "../../client/session";
import { ManualClock } from "../access/manual-clock";
import { unsignedIdToken } from "../tokens/id-tokens";

/** One answer of the API: its status, and what it says. `away`: there is none. */
export type Answer = readonly [status: number, body?: object] | "away";

/** The API as a script tells it, a clock that a test moves, and a session with both. */
export interface ScriptedApi {
  readonly session: AppSession;
  readonly clock: ManualClock;
  /** What was asked: the path, and the body of a renewal or the token of anything else. */
  readonly asked: string[];
  /** What the API answers next; the last answer stays. */
  answer(...answers: Answer[]): void;
  /** Every change of the session's state, oldest first. */
  readonly heard: string[];
}

let serial = 0;

/** What a renewal or a sign-in replies, unlike any other. */
export function access(sub = "ada", more: Partial<Tokens> = {}): Tokens {
  serial += 1;
  return { accessToken: unsignedIdToken({ sub, serial }), expiresIn: 3600, ...more };
}

export const refusal = (status: number, code: string): Answer => [
  status,
  { error: { details: { code } } },
];

export function scriptedApi(options: Partial<SessionOptions> = {}): ScriptedApi {
  const clock = new ManualClock();
  const asked: string[] = [];
  const heard: string[] = [];
  let script: Answer[] = [];
  const session = createSession({
    url: "https://app.example.com/api",
    clock: () => [clock.now().wall, clock.now().steady],
    async fetch(request) {
      const path = new URL(request.url).pathname;
      asked.push(`${path} ${request.headers.get("authorization") ?? (await request.text())}`);
      const answer = (script.length > 1 ? script.shift() : script[0]) ?? "away";
      if (answer === "away") throw new TypeError("fetch failed");
      const [status, body] = answer;
      return new Response(body && JSON.stringify(body), { status });
    },
    ...options,
  });
  session.subscribe((state) =>
    heard.push([state.status, "code" in state ? state.code : ""].join(" ").trim()),
  );
  return { session, clock, asked, heard, answer: (...answers) => (script = answers) };
}
