import { ownProject } from "../clients";
import { type WriteResult } from "firebase-admin/firestore";
import { useEmbedded } from "../fixture";

const { server, clients } = useEmbedded();

describe("a late commit", () => {
  const heldForLong = { share: 0.5, milliseconds: 60_000 };
  const release = { share: 0, milliseconds: 0 };

  test("is checked against the documents as they are by then", async () => {
    const projectId = ownProject();
    const people = clients.connect(projectId).collection("people");
    server().delayCommits(projectId, heldForLong);
    await people.doc("first").set({ x: 1 });
    const late = people.doc("ada").create({ by: "late" });
    await people.doc("ada").create({ by: "prompt" });
    server().delayCommits(projectId, release);
    await expect(late).rejects.toMatchObject({ code: 6 });
    expect((await people.doc("ada").get()).data()).toEqual({ by: "prompt" });
  });

  test("of a transaction keeps others off what it has read until it takes effect", async () => {
    const projectId = ownProject();
    const db = clients.connect(projectId);
    const counter = db.doc("counters/a");
    await counter.set({ n: 1 });
    server().delayCommits(projectId, { share: 1, milliseconds: 300, collection: "late" });
    const copy = db.doc("late/copy");
    let change: Promise<WriteResult> | undefined;
    await db.runTransaction(async (transaction) => {
      const { n } = (await transaction.get(counter)).data()!;
      change ??= counter.set({ n: 2 });
      transaction.set(copy, { n });
    });
    const copied = await copy.get();
    expect(copied.data()).toEqual({ n: 1 });
    expect((await change!).writeTime > copied.updateTime!).toBe(true);
  });
});
