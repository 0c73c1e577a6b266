import type { Accounts } from "../../../src/identity/accounts";
import { resetPassword } from "../../../src/operations/mailed-links/reset-password";
import { sendEmailVerificationLink } from "../../../src/operations/mailed-links/send-email-verification-link";
import { clientWith } from "../../../testing/client";
import { newAccount } from "../../../testing/mail/mails";
import { startPostOffice } from "../../../testing/mail/post-office";
import { running } from "../../../testing/running";

const office = running(startPostOffice);

describe.each([
  ["resetPassword", resetPassword],
  ["sendEmailVerificationLink", sendEmailVerificationLink],
])("%s", (_, operation) => {
  const ask = (email: string, ports = office.ports) =>
    operation.perform({ email }, clientWith(undefined), ports);

  test("does not look the account up", async () => {
    const accounts = new Proxy({} as Accounts, {
      get: () => () => Promise.reject(new Error("asked")),
    });
    const ports = { ...office.ports, accounts };
    await expect(ask(await newAccount(office), ports)).resolves.toBeNull();
    await expect(ask(office.newEmail(), ports)).resolves.toBeNull();
  });

  test("takes as long for an address that nobody has", async () => {
    const addresses = [await newAccount(office), office.newEmail()] as const;
    const [known, unknown]: [number[], number[]] = [[], []];
    const measure = async (address: string, into: number[]) => {
      const begin = performance.now();
      await ask(address);
      into.push(performance.now() - begin);
    };
    for (let round = 0; round < 110; round += 1) {
      const [first, second] = round % 2 ? [known, unknown] : [unknown, known];
      for (const into of [first, second]) await measure(addresses[into === known ? 0 : 1], into);
    }
    // How often the reply for one is later than the reply for the other; the first rounds only warm up.
    const [ours, theirs] = [known.slice(10), unknown.slice(10)];
    const later = ours.flatMap((time) => theirs.filter((other) => time > other));
    const share = later.length / (ours.length * theirs.length);
    // By chance it is further from a half than this in one of three million runs.
    expect(Math.abs(share - 0.5)).toBeLessThan(0.21);
  });
});
