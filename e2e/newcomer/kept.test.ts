/** What `npm start -- --keep --seed <file>` promises: what was there before the stack stopped is there when it starts again. */
import type { ChildProcess } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { portsAt } from "../../local/ports/ports";
import { freeOffset } from "../../local/ports/free-ports";
import { end, makeClone, startIn } from "./clone";

const ada = { email: "ada@example.com", firstName: "Ada", lastName: "Lovelace" };
const password = "correct horse battery";
const seeds = {
  users: [{ ...ada, uid: "ada", password, role: "Admin" }],
  documents: { "notes/one": { text: "as the file says" } },
};

const folder = mkdtempSync(join(tmpdir(), "kept-stack-"));
const started: ChildProcess[] = [];
afterAll(async () => {
  await Promise.all(started.map(end));
  rmSync(folder, { recursive: true });
});

test("accounts and documents are there again, and what is kept comes before the seeds", async () => {
  const clone = join(folder, "a clone");
  makeClone(clone);
  writeFileSync(join(folder, "seeds.json"), JSON.stringify(seeds));
  const offset = await freeOffset();
  const { hosting, data } = portsAt(offset);
  const options = ["--firestore", "embedded", "--no-watch", "--keep"];
  const start = async () => {
    const seeded = [...options, "--seed", join(folder, "seeds.json")];
    const stack = await startIn(clone, offset, seeded);
    started.push(stack);
    return stack;
  };

  const signIn = async (email: string) => {
    const headers = { "content-type": "application/json" };
    const body = JSON.stringify({ email, password });
    const reply = await fetch(`http://127.0.0.1:${hosting}/api/auth/login`, {
      ...{ method: "POST", headers, body },
    });
    const { firstName, role, accessToken } = (await reply.json()) as Record<string, string>;
    return { status: reply.status, firstName, role, accessToken };
  };
  const rename = async (token: string, firstName: string) => {
    const reply = await fetch(`http://127.0.0.1:${hosting}/api/me`, {
      method: "PATCH",
      headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
      body: JSON.stringify({ firstName }),
    });
    expect(reply.status).toBe(200);
  };
  const note = async () => {
    const reply = await fetch(`http://127.0.0.1:${data}/data/document?path=notes/one`);
    return ((await reply.json()) as { fields: unknown }).fields;
  };

  const first = await start();
  const before = await signIn(ada.email);
  expect(before).toMatchObject({ status: 200, firstName: "Ada", role: "Admin" });
  expect(await note()).toEqual({ text: "as the file says" });
  await rename(before.accessToken!, "Augusta");
  await end(first);

  await start();
  expect(await signIn(ada.email)).toMatchObject({
    status: 200,
    firstName: "Augusta",
    role: "Admin",
  });
  expect(await note()).toEqual({ text: "as the file says" });
});
