import { joined } from "../../../src/accounts/sessions/joined";
import { memoryBackend } from "../../../testing/memory/backend";
import { password } from "../../../testing/parameters";

test("who comes while a task waits shares it, and who comes once it has begun does not", async () => {
  const together = joined();
  const begun: string[] = [];
  const ends: (() => void)[] = [];
  const task = (name: string) => () => {
    begun.push(name);
    return new Promise<void>((end) => ends.push(end));
  };
  const first = together("uid", task("first"));
  await new Promise(setImmediate);
  const [second, third] = [together("uid", task("second")), together("uid", task("third"))];
  const other = together("another uid", task("other"));
  await new Promise(setImmediate);
  expect(begun).toEqual(["first", "other"]);
  for (const end of ends) end();
  await Promise.all([first, other]);
  await new Promise(setImmediate);
  expect(begun).toEqual(["first", "other", "second"]);
  ends.at(-1)!();
  await Promise.all([second, third]);
});

test("a failure is told to all who shared the task, and the next one goes on", async () => {
  const together = joined();
  const failed = [1, 2].map(() => together("uid", () => Promise.reject(new Error("away"))));
  for (const outcome of failed) await expect(outcome).rejects.toThrow("away");
  await expect(together("uid", () => Promise.resolve())).resolves.toBeUndefined();
});

test("sixty sign-ins of one account at once read its sessions a few times, and leave as many as may be", async () => {
  const { ports, service, newUser, nextSecond } = memoryBackend({ sessionsPerUser: 3 });
  const { id, email } = await newUser();
  // The sessions so far are of another second: these end by themselves, not with those that stay.
  await nextSecond();
  const list = jest.spyOn(ports.sessions, "list");
  const signIn = () => service.generateToken({ email: email!, password });
  await Promise.all(Array.from({ length: 60 }, signIn));
  expect(list.mock.calls.length).toBeLessThan(20);
  expect(await ports.sessions.list(id)).toHaveLength(3);
});
