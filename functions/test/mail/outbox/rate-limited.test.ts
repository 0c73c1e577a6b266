import { Timestamp } from "firebase-admin/firestore";
import { startPostOffice } from "../../../testing/mail/post-office";
import { running } from "../../../testing/running";

const second = 1000;
const minute = 60 * second;

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
});
