import { join } from "node:path";
import { askable, killProcess, startProcess } from "../../functions/testing/instances/processes";
import type { ApiCommands } from "../processes/api";
import type { Cost } from "./counted-ports";

/** A sign-in over HTTP, as its client sees it. */
export interface Answer {
  /** "in", the code of the refusal, or "no answer". */
  outcome: string;
  milliseconds: number;
  /** What a browser keeps of it; `undefined` unless somebody is in. */
  cookie: string | undefined;
}

/** Instances behind which clients can't tell which one answers. */
export interface ApiInstances {
  signIn(who: SignIn): Promise<Answer>;
  /** Signs out; gives the cookie that still knows the device. */
  signOut(cookie: string | undefined): Promise<string | undefined>;
  /** What guesses have cost all of them since this was last asked. */
  cost(): Promise<Cost>;
}

export interface SignIn {
  email: string;
  password: string;
  network: string;
  cookie?: string | undefined;
}

/** Serves the API from two instances, with the parameters of the environment. */
export async function withInstances<T>(use: (instances: ApiInstances) => Promise<T>): Promise<T> {
  const file = join(__dirname, "../processes/api.ts");
  const children = await Promise.all([startProcess(file), startProcess(file)]);
  try {
    const commands = children.map((child) => askable<ApiCommands>(child, ["url", "cost"]));
    const urls = await Promise.all(commands.map((instance) => instance.url()));
    let turn = 0;
    const url = () => urls[(turn += 1) % urls.length] ?? "";
    return await use({
      signIn: (who) => signIn(url(), who),
      signOut: (cookie) => signOut(url(), cookie),
      async cost() {
        const costs = await Promise.all(commands.map((instance) => instance.cost()));
        const sum = (name: keyof Cost) => costs.reduce((all, cost) => all + cost[name], 0);
        return { asked: sum("asked"), reads: sum("reads"), writes: sum("writes") };
      },
    });
  } finally {
    await Promise.all(children.map(killProcess));
  }
}

async function signIn(url: string, { email, password, network, cookie }: SignIn): Promise<Answer> {
  const start = performance.now();
  const passed = () => performance.now() - start;
  const response = await fetch(`${url}/auth/login`, {
    method: "POST",
    headers: {
      "content-type": "application/json",
      "x-forwarded-for": network,
      ...(cookie !== undefined && { cookie }),
    },
    body: JSON.stringify({ email, password }),
  }).catch(() => undefined);
  // A machine that is flooded without a limit takes no connections after a while.
  if (!response) return { outcome: "no answer", milliseconds: passed(), cookie: undefined };
  const body = (await response.json()) as { error?: { details: { code: string } } };
  return {
    outcome: body.error?.details.code ?? "in",
    milliseconds: passed(),
    cookie: cookieOf(response),
  };
}

async function signOut(url: string, cookie = ""): Promise<string | undefined> {
  return cookieOf(await fetch(`${url}/auth/logout`, { method: "POST", headers: { cookie } }));
}

const cookieOf = ({ headers }: Response) => headers.getSetCookie()[0]?.split(";")[0];

/** How often each outcome came. */
export function tally(answers: readonly Answer[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { outcome } of answers) counts[outcome] = (counts[outcome] ?? 0) + 1;
  return counts;
}
