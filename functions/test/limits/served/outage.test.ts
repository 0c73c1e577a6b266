import { isAuthError } from "../../../src/errors";
import { firestoreLimits } from "../../../src/limits/firestore-limits";
import { limiter } from "../../../src/limits/limiter";
import { limitsOf } from "../../../src/limits/limits";
import { generateToken } from "../../../src/operations/sign-in/generate-token";
import type { Ports } from "../../../src/ports";
import { type Backend, password, startBackend } from "../../../testing/backend";
import { clientWith } from "../../../testing/client";
import { eventually } from "../../../../local/demo/patience";
import { databaseOf } from "../../../src/database";

let backend: Backend;
beforeAll(async () => {
  backend = await startBackend();
});
afterAll(() => backend.stop());

/** What a sign-in at an instance ends with: "in", or the code of the refusal. */
async function signIn(ports: Ports, email: string, guess: string, network = 90): Promise<string> {
  const client = clientWith(undefined, { "x-forwarded-for": `203.0.113.${network}` });
  try {
    await generateToken.perform({ email, password: guess }, client, ports);
    return "in";
  } catch (error) {
    return isAuthError(error) ? error.code : "bug";
  }
}

/** Ports whose limits have a clock that stands still: a busy machine must not let a pause pass. */
function standingStill(ports: Ports): Ports {
  const at = Date.now();
  const { keys, settings } = ports;
  const counting = limiter({
    store: firestoreLimits(databaseOf(backend.firestore)),
    keys,
    now: () => at,
  });
  return { ...ports, limits: limitsOf(counting, settings, keys, () => at) };
}

test("while Firestore is away nobody signs in, and what is known to be limited stays refused; then all is well again", async () => {
  const instance = standingStill(backend.instance());
  const { email } = await backend.newUser();
  const other = await backend.newUser();
  // On a busy machine one may find no answer in time, and is not counted.
  while ((await signIn(instance, email!, "wrong")) !== "too-many-attempts");
  await backend.firestoreServer.pause();
  try {
    expect(await signIn(instance, email!, password)).toBe("too-many-attempts");
    const outcomes = await Promise.all([
      signIn(instance, other.email!, password),
      signIn(instance, other.email!, "wrong"),
    ]);
    expect(outcomes).toEqual(["unavailable", "unavailable"]);
  } finally {
    await backend.firestoreServer.resume();
  }
  const back = () => signIn(instance, other.email!, password);
  expect(await eventually(back, (outcome) => outcome === "in", 60_000)).toBe("in");
});
