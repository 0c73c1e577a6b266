import { Timestamp } from "firebase-admin/firestore";
import { withinLimits, limitKey } from "../../../src/mail/outbox/rate-limit";
import { startPostOffice } from "../../../testing/mail/post-office";
import { running } from "../../../testing/running";

const second = 1000;
const minute = 60 * second;
const limits = { perMinute: 1, perHour: 5 };

describe("withinLimits", () => {
  test.each<[string, number[], number, boolean]>([
    ["the first", [], 0, true],
    ["a second in the same minute", [0], 59 * second, false],
    ["a second a minute later", [0], minute, true],
    ["a fifth within the hour", [0, 2, 4, 6].map((at) => at * minute), 59 * minute, true],
    ["a sixth within the hour", [0, 2, 4, 6, 8].map((at) => at * minute), 59 * minute, false],
    ["a sixth after the hour", [0, 2, 4, 6, 8].map((at) => at * minute), 60 * minute, true],
    ["one whose task ran late", [2 * minute], 2 * minute - second, false],
  ])("decides about %s", (_, sent, askedAt, within) => {
    expect(withinLimits(sent, askedAt, limits) !== undefined).toBe(within);
  });

  test("remembers what still counts", () => {
    expect(withinLimits([0, 30 * minute], 70 * minute, limits)).toEqual([30 * minute, 70 * minute]);
  });

  test("goes by the parameters", () => {
    expect(withinLimits([0, 1], 2, { perMinute: 3, perHour: 3 })).toEqual([0, 1, 2]);
    expect(withinLimits([0, 1, 2], 3, { perMinute: 3, perHour: 3 })).toBeUndefined();
    expect(withinLimits([0, 1, 2], 3, { perMinute: 0, perHour: 4 })).toEqual([0, 1, 2, 3]);
    expect(withinLimits([0, 1, 2], 3, { perMinute: 0, perHour: 0 })).toEqual([0, 1, 2, 3]);
  });
});

test("a mailbox has one counter of a kind, whatever follows a +, and a user has one", () => {
  const key = limitKey("password-reset", "ada@example.com");
  expect(limitKey("password-reset", "ada+1@example.com")).toBe(key);
  expect(limitKey("password-reset", "ada+a+b@example.com")).toBe(key);
  expect(limitKey("password-reset", "grace@example.com")).not.toBe(key);
  expect(limitKey("password-reset", "ada@example.org")).not.toBe(key);
  expect(limitKey("role-changed", "uid+1")).not.toBe(limitKey("role-changed", "uid+2"));
});

test("the counter's name does not tell the address, and is another for each kind", () => {
  const [one, two] = ["password-reset", "email-verification"].map((kind) =>
    limitKey(kind, "ada@example.com"),
  );
  expect(one).toMatch(/^[0-9a-f]{64}$/);
  expect(one).not.toBe(two);
});

describe("the limits", () => {
  const office = running(startPostOffice);
  beforeEach(() => office.clear());

  const reset = (address: string) => ({ kind: "password-reset", address, locale: null }) as const;
  async function newAccount(): Promise<string> {
    const email = office.newEmail();
    await office.auth.createUser({ email });
    return email;
  }

  /** Why the entries for an address are at rest, in order of the words. */
  async function endings(address: string): Promise<string[]> {
    const entries = office.firestore.collection("outbox").where("address", "==", address);
    const { docs } = await entries.get();
    return docs.map((entry) => String(entry.get("reason") ?? entry.get("state"))).sort();
  }

  test("lets one through, of twenty at once over four instances, and counts the others", async () => {
    const email = await newAccount();
    await Promise.all(Array.from({ length: 20 }, () => office.ports.outbox.add(reset(email))));
    const workers = Array.from({ length: 4 }, () => office.worker());
    // Those that got into each other's way are run again.
    while ((await office.round(...workers)).length > 0);
    expect(office.provider.to(email)).toHaveLength(1);
    await expect(endings(email)).resolves.toEqual(["delivered", ...Array(19).fill("over limit")]);
  });

  test("lets five through in an hour, a minute apart", async () => {
    const email = await newAccount();
    const begin = Date.now();
    for (const minutes of [0, 1, 2, 3, 4, 5, 59, 61]) {
      const id = await office.request(reset(email));
      const createdAt = Timestamp.fromMillis(begin + minutes * minute);
      await office.firestore.doc(`outbox/${id}`).update({ createdAt });
      await office.round();
    }
    await expect(endings(email)).resolves.toEqual([
      ...Array(6).fill("delivered"),
      ...Array(2).fill("over limit"),
    ]);
  });

  test("counts each kind and each address for itself, and a mail that is tried again once", async () => {
    const [email, other] = [await newAccount(), await newAccount()];
    office.provider.mood = { sender: 451 };
    await office.request(reset(email));
    await office.round();
    office.provider.mood = {};
    await office.request({ kind: "email-verification", address: email, locale: null });
    await office.request(reset(other));
    await office.round();
    expect(office.provider.to(email)).toHaveLength(2);
    expect(office.provider.to(other)).toHaveLength(1);
  });

  test("counts the tags of one mailbox together, and sends to the tag that has the account", async () => {
    const email = office.newEmail();
    const tags = ["+a", "+b", "+c"].map((tag) => email.replace("@", `${tag}@`));
    for (const address of tags) await office.auth.createUser({ email: address });
    for (const address of tags) {
      await office.request(reset(address));
      await office.round();
    }
    const sent = tags.map((address) => office.provider.to(address).length);
    expect(sent).toEqual([1, 0, 0]);
  });

  test("counts for an address that nobody has as for any other", async () => {
    const nobody = office.newEmail();
    await Promise.all([office.request(reset(nobody)), office.request(reset(nobody))]);
    while ((await office.round()).length > 0);
    await expect(endings(nobody)).resolves.toEqual(["nobody to send it to", "over limit"]);
  });
});
