import { callable } from "../../../src/endpoints/callables/callable";
import * as operations from "../../../src/operations";
import { password } from "../../../testing/backend";
import { serveApi, type Served } from "../../../testing/http/served";
import { from, tally, times } from "../../../testing/limits/from";
import { type Mounted, mount } from "../../../testing/mount";

let served: Served;
let functions: Mounted;
beforeAll(async () => {
  served = await serveApi();
  functions = await mount({
    generateToken: callable(operations.generateToken, {}, () => served.ports),
  });
});
afterAll(async () => {
  await functions.stop();
  await served.stop();
});

/** Signs in from a network of its own for each try, so that only the address is counted. */
const signIn = (email: string, guess: string, index = 0, network = `198.51.100.${index}`) =>
  from(served, network)("POST", "/auth/login", { body: { email, password: guess } });

async function call(email: string, guess: string) {
  const response = await fetch(`${functions.url}/generateToken`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ data: { email, password: guess } }),
  });
  return { status: response.status, body: await response.text() };
}

describe("wrong passwords", () => {
  test("of sixty, ten are answered, wherever they come from, and then the right one is not either", async () => {
    const { email } = await served.newUser();
    const answers = await times(60, (index) => signIn(email!, "wrong", index));
    expect(tally(answers)).toEqual({ "invalid-credentials": 10, "too-many-attempts": 50 });
    const right = await signIn(email!, password);
    expect(right).toMatchObject({ status: 429, code: "too-many-attempts" });
    const { retryAfterSeconds } = (right.body as Refusal).error.details;
    expect(right.headers.get("retry-after")).toBe(String(retryAfterSeconds));
    expect(retryAfterSeconds).toBeGreaterThan(0);
    expect(retryAfterSeconds).toBeLessThanOrEqual(30);
    const called = await call(email!, password);
    expect(called).toMatchObject({ status: 429 });
    expect(called.body).toContain('"code":"too-many-attempts"');
  });

  test("a thousand of them don't keep the owner out, on a device that they used before", async () => {
    const { email } = await served.newUser();
    const login = await signIn(email!, password, 0, "192.0.2.1");
    await served.ask("POST", "/auth/logout", { cookie: login.cookie });
    await times(1000, (index) => signIn(email!, "wrong", index % 250));
    const again = (cookie?: string) =>
      served.ask("POST", "/auth/login", { body: { email, password }, cookie });
    expect((await again()).code).toBe("too-many-attempts");
    expect((await again(login.cookie)).status).toBe(200);
  });

  test("are answered in the same bytes for an address that nobody has", async () => {
    const { email } = await served.newUser();
    const guess = async (address: string) => {
      const answers = await times(12, (index) => signIn(address, "wrong", index));
      return answers.map(({ status, body, headers }) => ({
        status,
        // A second may have passed.
        body: JSON.stringify(body).replace(/(Seconds":)\d+/, "$1…"),
        hasRetryAfter: headers.has("retry-after"),
      }));
    };
    expect(await guess(served.newEmail())).toEqual(await guess(email!));
  });

  test("come out over callables as well, and count there too", async () => {
    const { email } = await served.newUser();
    const answers = await times(11, () => call(email!, "wrong"));
    expect(answers.map(({ status }) => status)).toEqual([...Array<number>(10).fill(401), 429]);
    expect((await signIn(email!, password)).status).toBe(429);
  });

  test("that are sent at once get no further", async () => {
    const { email } = await served.newUser();
    const answers = await Promise.all(
      Array.from({ length: 40 }, (_, index) => signIn(email!, "wrong", index)),
    );
    expect(tally(answers)).toEqual({ "invalid-credentials": 10, "too-many-attempts": 30 });
  });

  test("on many addresses are too many for their network, whatever it says of itself", async () => {
    const thief = "203.0.113.66";
    const answers = await times(60, (index) =>
      signIn(served.newEmail(), "wrong", 0, `10.0.0.${index}, 192.0.2.${index}, ${thief}`),
    );
    expect(tally(answers)).toEqual({ "invalid-credentials": 50, "too-many-attempts": 10 });
    const { email } = await served.newUser();
    expect((await signIn(email!, password, 0, thief)).code).toBe("too-many-attempts");
    expect((await signIn(email!, password, 0, "203.0.113.67")).status).toBe(200);
  });

  test("don't lock out who comes through the same edge", async () => {
    const edge = "151.101.1.195";
    await times(60, () => signIn(served.newEmail(), "wrong", 0, edge));
    const { email } = await served.newUser();
    expect((await signIn(email!, password, 0, edge)).status).toBe(200);
  });
});

interface Refusal {
  error: { details: { retryAfterSeconds: number } };
}
