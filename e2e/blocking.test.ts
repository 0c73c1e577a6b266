import { randomUUID } from "node:crypto";
import { createUserWithEmailAndPassword, signInWithEmailAndPassword } from "firebase/auth";
import { connect, type Client } from "../local/demo/client";
import { freeOffset } from "../local/ports/free-ports";
import { startStack, type Stack } from "../local/stack/stack";

let stack: Stack;
let client: Client;
beforeAll(async () => {
  const portOffset = await freeOffset();
  const parameters = { BLOCKING_FUNCTIONS: "on", SIGN_UP: "closed" };
  stack = await startStack({ projectId: `demo-blocking-${portOffset}`, portOffset, parameters });
  client = connect(stack);
});
afterAll(async () => {
  await client.close();
  await stack.stop();
});

const newEmail = () => `${randomUUID()}@example.com`;
const seeded = { email: "user@example.com", password: "password123" };
const signIn = () => signInWithEmailAndPassword(client.auth, seeded.email, seeded.password);

test("Firebase's own SDK makes no account while sign-up is closed, and lets in who has one", async () => {
  const newcomer = createUserWithEmailAndPassword(client.auth, newEmail(), "horse battery");
  await expect(newcomer).rejects.toThrow(/sign-up-closed/);
  await expect(signIn()).resolves.toMatchObject({ user: { email: seeded.email } });
});

test("nor does it let in whoever is beyond a limit here; what this back end does is asked about by nobody", async () => {
  const guess = (password: string) =>
    client.refusal("generateToken", { email: seeded.email, password });
  await expect(client.call("generateToken", seeded)).resolves.toMatchObject({ role: "User" });
  for (let tries = 0; tries < 10; tries += 1) {
    expect(await guess("wrong")).toMatchObject({ refused: "invalid-credentials" });
  }
  expect(await guess("wrong")).toMatchObject({ refused: "too-many-attempts" });
  await expect(signIn()).rejects.toThrow(/too-many-attempts/);
});
