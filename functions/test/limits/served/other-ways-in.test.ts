import { password } from "../../../testing/backend";
import { serveApi, type Served } from "../../../testing/http/served";
import { from, tally, times } from "../../../testing/limits/from";

let served: Served;
beforeAll(async () => {
  served = await serveApi();
});
afterAll(() => served.stop());

const names = { firstName: "Grace", lastName: "Hopper" };
const newUser = () => ({ email: served.newEmail(), password, ...names });

test("of 120 registrations from one network, 20 make an account", async () => {
  const ask = from(served, "203.0.113.20");
  const answers = await times(120, () => ask("POST", "/auth/register", { body: newUser() }));
  expect(tally(answers)).toEqual({ 200: 20, "too-many-attempts": 100 });
  const other = from(served, "203.0.113.21");
  expect((await other("POST", "/auth/register", { body: newUser() })).status).toBe(200);
});

test("accounts that a provider's sign-in makes are counted as well, and those over the limit are taken back", async () => {
  const ask = from(served, "203.0.113.22");
  const emails = Array.from({ length: 21 }, () => served.newEmail());
  const answers = await times(21, (index) => {
    const email = emails[index];
    const idToken = JSON.stringify({ sub: `g-${email}`, email, email_verified: true });
    return ask("POST", "/auth/login", { body: { idToken } });
  });
  expect(tally(answers)).toEqual({ 200: 20, "too-many-attempts": 1 });
  expect(await served.ports.accounts.findByEmail(emails[20]!)).toBeUndefined();
  expect(await served.ports.accounts.findByEmail(emails[19]!)).toBeDefined();
});

const rubbish: [string, string, (served: Served) => object, string][] = [
  ["codes", "/auth/action", () => ({ oobCode: "made-up" }), "action-code-invalid"],
  ["codes to check", "/auth/action/check", () => ({ oobCode: "x" }), "action-code-invalid"],
  ["refresh tokens", "/auth/refresh", () => ({ refreshToken: "x" }), "refresh-token-invalid"],
];

test.each(rubbish)("of sixty made-up %s, 50 are answered", async (_what, path, body, code) => {
  const ask = from(served, `203.0.113.${30 + rubbish.findIndex((row) => row[1] === path)}`);
  const answers = await times(60, () => ask("POST", path, { body: body(served) }));
  expect(tally(answers)).toEqual({ [code]: 50, "too-many-attempts": 10 });
});

test("a password that a session is asked for is guessed ten times, like one that is signed in with", async () => {
  const { email, accessToken: token } = await served.newUser();
  const change = (currentPassword: string) =>
    served.ask("POST", "/me/password", {
      token,
      body: { currentPassword, newPassword: "another horse battery" },
    });
  const answers = await times(12, () => change("wrong"));
  expect(tally(answers)).toEqual({ "invalid-credentials": 10, "too-many-attempts": 2 });
  expect((await change(password)).code).toBe("too-many-attempts");
  await served.ports.limits.unlock(email!);
  expect((await change(password)).status).toBe(200);
});

test("what one sends doesn't end the sessions of others in the same network", async () => {
  const ask = from(served, "203.0.113.40");
  const { refreshToken } = await served.newUser();
  await times(60, () => ask("POST", "/auth/refresh", { body: { refreshToken: "x" } }));
  const answer = await ask("POST", "/auth/refresh", { body: { refreshToken } });
  expect(answer.status).toBe(200);
});

test("a code that is good is refused in a network beyond its limit, and is good elsewhere", async () => {
  const ask = from(served, "203.0.113.41");
  const { email } = await served.newUser();
  const link = new URL(await served.auth.generatePasswordResetLink(email!));
  const body = { oobCode: link.searchParams.get("oobCode") };
  await times(60, () => ask("POST", "/auth/action/check", { body: { oobCode: "x" } }));
  expect((await ask("POST", "/auth/action/check", { body })).code).toBe("too-many-attempts");
  const elsewhere = from(served, "203.0.113.42");
  expect((await elsewhere("POST", "/auth/action/check", { body })).status).toBe(200);
});

test("nothing in what is stored says whose counter it is", async () => {
  const { docs } = await served.firestore.collection("limits").get();
  expect(docs.length).toBeGreaterThan(0);
  const text = JSON.stringify(docs.map((document) => [document.id, document.data()]));
  expect(text).not.toMatch(/203\.0\.113|example\.com/);
  expect(docs.every((document) => document.get("expireAt") !== undefined)).toBe(true);
});
