import { firestoreControl } from "../../../firestore";
import { count, ownProject } from "../clients";
import { useEmbedded } from "../fixture";
import { follow } from "../listening";

const { server, clients } = useEmbedded();

describe("reset", () => {
  test("drops all documents of one project, over the network too", async () => {
    const [projectId, otherId] = [ownProject(), ownProject()];
    const documents = [projectId, otherId].map((id) => clients.connect(id).doc("people/ada"));
    await Promise.all(documents.map((ada) => ada.set({ x: 1 })));
    await firestoreControl(server().host).reset(projectId);
    const snapshots = await Promise.all(documents.map((ada) => ada.get()));
    expect(snapshots.map(({ exists }) => exists)).toEqual([false, true]);
    await documents[0]!.create({ x: 2 });
  });

  test("reaches listeners, which stay attached", async () => {
    const projectId = ownProject();
    const ada = clients.connect(projectId).doc("people/ada");
    await ada.set({ n: 1 });
    const snapshots = follow(ada, count);
    expect(await snapshots.next()).toBe(1);
    server().reset(projectId);
    expect(await snapshots.next()).toBeUndefined();
    await ada.set({ n: 2 });
    expect(await snapshots.next()).toBe(2);
    snapshots.stop();
  });

  test("makes an open transaction begin again", async () => {
    const projectId = ownProject();
    const db = clients.connect(projectId);
    const ada = db.doc("people/ada");
    await ada.set({ n: 1 });
    let attempts = 0;
    await db.runTransaction(async (transaction) => {
      const before = await transaction.get(ada);
      if ((attempts += 1) === 1) server().reset(projectId);
      transaction.set(ada, { existed: before.exists });
    });
    expect((await ada.get()).data()).toEqual({ existed: false });
  });
});
