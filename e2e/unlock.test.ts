import { execFile } from "node:child_process";
import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parseEnv, promisify } from "node:util";
import { eventually } from "../local/demo/patience";
import { stack } from "./stack";

const { projectId, addresses, secretFile } = stack();
const run = join(__dirname, "../cli/run.js");
const password = "correct horse battery";

/** Runs `npm run admin -- unlock` as in a terminal of its own, and gives what it prints. */
async function unlock(email: string): Promise<string> {
  const portOffset = String(Number(addresses.hosting.split(":")[1]) - 5000);
  const { JEST_WORKER_ID: _, NODE_ENV: __, ...env } = process.env;
  const { AUTH_KEYS } = parseEnv(readFileSync(secretFile, "utf8"));
  const target = ["--project", projectId, "--port-offset", portOffset];
  const args = [run, "admin", "unlock", email, ...target];
  const { stdout } = await promisify(execFile)(process.execPath, args, {
    env: { ...env, AUTH_KEYS },
  });
  return stdout.trim();
}

async function post(route: string, body: object): Promise<number> {
  const { status } = await fetch(`http://${addresses.hosting}/api/auth/${route}`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });
  return status;
}

test("npm run admin -- unlock lets somebody try again whom wrong passwords locked out", async () => {
  const email = `${randomUUID()}@example.com`;
  const names = { firstName: "Ada", lastName: "Lovelace" };
  expect(await post("register", { email, password, ...names })).toBe(200);
  const guesses: number[] = [];
  while (guesses.length < 11) {
    guesses.push(await post("login", { email, password: "not the password" }));
  }
  expect(guesses).toEqual([...Array<number>(10).fill(401), 429]);
  expect(await post("login", { email, password })).toBe(429);
  expect(await unlock(email.toUpperCase())).toMatch(/may try again/);
  // The pause of 30 s would let one try through, and that one begin a pause of a minute. Each instance of the API may
  // hold on to what it knows for 30 s.
  for (const expected of [401, 401, 200]) {
    const tried = expected === 200 ? password : "not the password";
    const status = await eventually(
      () => post("login", { email, password: tried }),
      (answer) => answer !== 429,
      40_000,
    );
    expect(status).toBe(expected);
  }
});
