import { FieldValue, Timestamp, type WriteResult } from "firebase-admin/firestore";
import { firestoreControl, startEmbeddedFirestore } from "../../firestore";
import { Clients, count, ids } from "./clients";
import { useEmbedded } from "./fixture";
import { follow } from "./listening";

const { server, clients } = useEmbedded();
let projects = 0;
/** A project for each test, because these calls affect whole projects. */
const ownProject = () => `demo-control-${(projects += 1)}`;

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
    const heard = follow(ada, count);
    expect(await heard.next()).toBe(1);
    server().reset(projectId);
    expect(await heard.next()).toBeUndefined();
    await ada.set({ n: 2 });
    expect(await heard.next()).toBe(2);
    heard.stop();
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
    const heard = follow(people, ids);
    expect(await heard.next()).toEqual([]);
    server().delayCommits(projectId, { ...heldForLong, share: 1 });
    const late = people.doc("late").set({ x: 1 });
    server().delayCommits(projectId, { ...heldForLong, collection: "elsewhere" });
    await late;
    expect(await heard.next()).toEqual(["late"]);
    heard.stop();
  });

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

describe("an outage", () => {
  test("refuses connections, and keeps the documents until it ends", async () => {
    const projectId = ownProject();
    const ada = clients.connect(projectId).doc("people/ada");
    await ada.set({ n: 1 });
    const heard = follow(ada, count);
    expect(await heard.next()).toBe(1);
    await server().pause();
    await expect(firestoreControl(server().host).reset(projectId)).rejects.toMatchObject({
      code: 14,
    });
    await server().resume();
    expect((await ada.get()).data()).toEqual({ n: 1 });
    await ada.set({ n: 2 });
    expect(await heard.next()).toBe(2);
    heard.stop();
  });
});

describe("the server", () => {
  test("tells a browser what to do, in a reply that its page can read", async () => {
    const reply = await fetch(
      `http://${server().host}/google.firestore.v1.Firestore/Listen/channel`,
      {
        headers: { Origin: "http://localhost:5173" },
      },
    );
    expect([reply.status, reply.headers.get("access-control-allow-origin")]).toEqual([501, "*"]);
    const { error } = (await reply.json()) as { error: { message: string } };
    expect(error.message).toContain("start the stack with --firestore official");
  });

  test("says which port is taken", async () => {
    const { host, port } = server();
    jest.spyOn(console, "error").mockReturnValue(); // grpc-js reports it there as well
    await expect(startEmbeddedFirestore({ port })).rejects.toThrow(host);
  });

  test("refuses an ill-formed project id at once", async () => {
    const read = clients.connect("p").doc("people/ada").get();
    await expect(read).rejects.toMatchObject({ code: 3 });
  });

  test("stops while it is away", async () => {
    const own = await startEmbeddedFirestore();
    await own.pause();
    await own.stop();
  });

  test("stops promptly with listeners attached and commits held, and frees its port", async () => {
    const own = await startEmbeddedFirestore();
    const others = new Clients(() => own.host);
    const ada = others.connect().doc("people/ada");
    const heard = follow(ada, ({ exists }) => exists);
    expect(await heard.next()).toBe(false);
    own.delayCommits("demo-conformance", { share: 1, milliseconds: 600_000 });
    const held = ada.set({ x: 1 });
    held.catch(() => undefined);
    await ada.get();
    await own.stop();
    heard.stop();
    const next = await startEmbeddedFirestore({ port: own.port });
    expect(next.host).toBe(own.host);
    expect((await ada.get()).exists).toBe(false);
    await others.close();
    await next.stop();
  });
});
