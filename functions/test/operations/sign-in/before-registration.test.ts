import { AuthError, beforeRegistration } from "../../../src/library";
import type { RegistrationCheck } from "../../../src/accounts/before-registration";
import { memoryBackend } from "../../../testing/memory/backend";
import { password } from "../../../testing/parameters";

const grace = { email: "grace@example.com", firstName: "Grace", lastName: "Hopper" };

/** What a registration comes to while a team's function is asked, and what it leaves. */
async function registered(check: RegistrationCheck) {
  const { service, ports, mails } = memoryBackend();
  const takeAway = beforeRegistration(check);
  try {
    return { id: (await service.register({ ...grace, password })).id, mails: mails.length };
  } catch (error) {
    const account = await ports.accounts.findByEmail(grace.email);
    return { error, account, mails: mails.length };
  } finally {
    takeAway();
  }
}

test("a team's function is told who wants to register, and no password", async () => {
  const told: unknown[] = [];
  const { id } = await registered((who) => void told.push(who));
  expect(id).toEqual(expect.any(String));
  expect(told).toEqual([{ ...grace, locale: null }]);
});

test.each([
  ["refuses", new AuthError("not-allowed"), { code: "not-allowed" }],
  ["refuses with another code", new AuthError("user-disabled"), { code: "not-allowed" }],
  ["can't reach what it needs", new AuthError("unavailable"), { code: "unavailable" }],
])("whom it %s leaves no account, and gets no mail", async (_what, thrown, code) => {
  const refused = await registered(() => Promise.reject(thrown));
  expect(refused).toMatchObject({ error: code, account: undefined, mails: 0 });
});

test("a bug in it lets nobody in", async () => {
  const broken = await registered(() => {
    throw new TypeError("undefined is not a function");
  });
  expect(broken).toMatchObject({ error: expect.any(TypeError), account: undefined, mails: 0 });
});

test("one that was taken away is not asked any more", async () => {
  const { service } = memoryBackend();
  beforeRegistration(() => Promise.reject(new AuthError("not-allowed")))();
  await expect(service.register({ ...grace, password })).resolves.toMatchObject(grace);
});
