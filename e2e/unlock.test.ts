import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { parseEnv } from "node:util";
import { eventually } from "../local/demo/patience";
import { adminCommand } from "./admin-command";
import { stack } from "./stack";

const { addresses, secretFile } = stack();
const password = "correct horse battery";

/** Runs `npm run admin -- unlock`, and gives what it prints. */
async function unlock(email: string): Promise<string> {
  const { AUTH_KEYS } = parseEnv(readFileSync(secretFile, "utf8"));
  return (await adminCommand(["unlock", email], { AUTH_KEYS })).join("\n");
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
