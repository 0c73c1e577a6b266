import {
  DocumentReference,
  FieldValue,
  Firestore,
  GeoPoint,
  Timestamp,
} from "firebase-admin/firestore";
import { shownDocuments } from "../data/documents";
import { fromJson, toJson } from "../data/values";
import { startEmbeddedFirestore, type EmbeddedFirestore } from "../firestore";

let server: EmbeddedFirestore;
let firestore: Firestore;
beforeAll(async () => {
  server = await startEmbeddedFirestore();
  firestore = new Firestore({ projectId: "demo-data", host: server.host, ssl: false });
});
afterAll(async () => {
  await firestore.terminate();
  await server.stop();
});

test("every kind of value comes back as it was, through JSON", () => {
  const fields = {
    ...{ none: null, yes: true, count: 3, share: 0.5, endless: Infinity, text: "<b>ä</b>" },
    at: new Timestamp(1_700_000_000, 123_456_789),
    bytes: Buffer.from([0, 255]),
    other: firestore.doc("users/ada"),
    place: new GeoPoint(52.5, 13.4),
    list: [1, { deep: new Timestamp(0, 1) }],
    map: { $time: "no moment, but a map that says so" },
  };
  const json: unknown = JSON.parse(JSON.stringify(toJson(fields)));
  const again = fromJson(json, firestore) as typeof fields;
  expect(again.other).toBeInstanceOf(DocumentReference);
  expect(again.other.path).toBe("users/ada");
  expect({ ...again, other: null }).toEqual({ ...fields, other: null });
});

test("a document is written only as long as it is what was shown", async () => {
  const documents = shownDocuments(firestore);
  expect(await documents.write("notes/one", { text: "first" }, undefined)).toBe(true);
  const { updateTime } = await documents.read("notes/one");
  await firestore.doc("notes/one").update({ at: FieldValue.serverTimestamp() });
  expect(await documents.write("notes/one", { text: "late" }, updateTime)).toBe(false);
  expect((await documents.read("notes/one")).fields).toMatchObject({ text: "first" });
  await documents.remove("notes/one");
  expect(await documents.read("notes/one")).toEqual({ path: "notes/one", collections: [] });
  await expect(documents.read("notes")).rejects.toThrow("A document's path has");
  expect(() => fromJson({ $time: 1 }, firestore)).toThrow("can't be read");
});

test("a long collection comes in pages", async () => {
  const batch = firestore.batch();
  for (let made = 0; made < 60; made += 1) {
    batch.set(firestore.doc(`long/${String(made).padStart(2, "0")}`), { made });
  }
  await batch.commit();
  const documents = shownDocuments(firestore);
  expect(await documents.collections()).toContain("long");
  const first = await documents.list("long", undefined);
  const second = await documents.list("long", first.next);
  expect([first.items.length, first.next, second.items.length, second.next]).toEqual([
    ...[50, "49"],
    ...[10, undefined],
  ]);
});
