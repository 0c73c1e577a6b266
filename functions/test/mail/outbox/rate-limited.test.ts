import { Timestamp } from "firebase-admin/firestore";
import { endings, newAccount, reset } from "../../../testing/mail/mails";
import { startPostOffice } from "../../../testing/mail/post-office";
import { running } from "../../../testing/running";

const second = 1000;
const minute = 60 * second;

describe("the limits", () => {
  const office = running(startPostOffice);
  beforeEach(() => office.clear());

  test("lets one through, of twenty at once over four instances, and counts the others", async () => {
    const email = await newAccount(office);
    await Promise.all(Array.from({ length: 20 }, () => office.ports.outbox.add(reset(email))));
    const workers = Array.from({ length: 4 }, () => office.worker());
    // Those that got into each other's way are run again.
    while ((await office.round(...workers)).length > 0);
    expect(office.provider.to(email)).toHaveLength(1);
    await expect(endings(office, email)).resolves.toEqual([
      "delivered",
      ...Array(19).fill("over limit"),
    ]);
  });

  test("lets five through in an hour, a minute apart", async () => {
    const email = await newAccount(office);
    const begin = Date.now();
    for (const minutes of [0, 1, 2, 3, 4, 5, 59, 61]) {
      const id = await office.request(reset(email));
      const createdAt = Timestamp.fromMillis(begin + minutes * minute);
      await office.firestore.doc(`outbox/${id}`).update({ createdAt });
      await office.round();
    }
    await expect(endings(office, email)).resolves.toEqual([
      ...Array(6).fill("delivered"),
      ...Array(2).fill("over limit"),
    ]);
  });
});
