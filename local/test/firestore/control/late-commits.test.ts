import { FieldValue, Timestamp } from "firebase-admin/firestore";
import { firestoreControl } from "../../../firestore";
import { ids, ownProject } from "../clients";
import { useEmbedded } from "../fixture";
import { follow } from "../listening";

const { server, clients } = useEmbedded();

describe("a late commit", () => {
  const heldForLong = { share: 0.5, milliseconds: 60_000 };
  const release = { share: 0, milliseconds: 0 };
  const changedAt = FieldValue.serverTimestamp();

  test("is seen after one that came later, with the earlier server timestamp", async () => {
    const projectId = ownProject();
    const states = clients.connect(projectId).collection("authState");
    const changes = states.where("changedAt", ">", Timestamp.fromMillis(0)).orderBy("changedAt");
    const control = firestoreControl(server().host);
    await control.delayCommits(projectId, heldForLong);
    // Of every two commits, the second is late.
    await states.doc("1-before").set({ changedAt });
    const late = states.doc("2-late").set({ changedAt });
    await states.doc("3-after").set({ changedAt });
    expect(ids(await changes.get())).toEqual(["1-before", "3-after"]);
    expect((await states.doc("2-late").get()).exists).toBe(false);
    await control.delayCommits(projectId, release);
    const { writeTime } = await late;
    const seen = await changes.get();
    expect(ids(seen)).toEqual(["1-before", "2-late", "3-after"]);
    expect(seen.docs[1]!.updateTime).toEqual(writeTime);
    expect(writeTime > seen.docs[2]!.updateTime).toBe(true);
  });

  test("reaches listeners when it takes effect", async () => {
    const projectId = ownProject();
    const people = clients.connect(projectId).collection("people");
    const snapshots = follow(people, ids);
    expect(await snapshots.next()).toEqual([]);
    server().delayCommits(projectId, { ...heldForLong, share: 1 });
    const late = people.doc("late").set({ x: 1 });
    server().delayCommits(projectId, { ...heldForLong, collection: "elsewhere" });
    await late;
    expect(await snapshots.next()).toEqual(["late"]);
    snapshots.stop();
  });
});
