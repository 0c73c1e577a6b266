import { firestoreControl, startEmbeddedFirestore } from "../../../firestore";
import { Clients, count, ownProject } from "../clients";
import { useEmbedded } from "../fixture";
import { follow } from "../listening";

const { server, clients } = useEmbedded();

describe("an outage", () => {
  test("refuses connections, and keeps the documents until it ends", async () => {
    const projectId = ownProject();
    const ada = clients.connect(projectId).doc("people/ada");
    await ada.set({ n: 1 });
    const snapshots = follow(ada, count);
    expect(await snapshots.next()).toBe(1);
    await server().pause();
    await expect(firestoreControl(server().host).reset(projectId)).rejects.toMatchObject({
      code: 14,
    });
    await server().resume();
    expect((await ada.get()).data()).toEqual({ n: 1 });
    await ada.set({ n: 2 });
    expect(await snapshots.next()).toBe(2);
    snapshots.stop();
  });
});

describe("the server", () => {
  test("stops while it is away", async () => {
    const own = await startEmbeddedFirestore();
    await own.pause();
    await own.stop();
  });

  test("stops promptly with listeners attached and commits held, and frees its port", async () => {
    const own = await startEmbeddedFirestore();
    const others = new Clients(() => own.host);
    const ada = others.connect().doc("people/ada");
    const snapshots = follow(ada, ({ exists }) => exists);
    expect(await snapshots.next()).toBe(false);
    own.delayCommits("demo-conformance", { share: 1, milliseconds: 600_000 });
    const held = ada.set({ x: 1 });
    held.catch(() => undefined);
    await ada.get();
    await own.stop();
    snapshots.stop();
    const next = await startEmbeddedFirestore({ port: own.port });
    expect(next.host).toBe(own.host);
    expect((await ada.get()).exists).toBe(false);
    await others.close();
    await next.stop();
  });
});
