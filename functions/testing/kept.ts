import type { Firestore } from "firebase-admin/firestore";
import type { Ports } from "../src/ports";

/** How many documents say something of somebody, by the collection that they are in: whatever collections there are. */
export async function documentsAbout(
  firestore: Firestore,
  { id, email }: { readonly id: string; readonly email: string | null },
): Promise<Record<string, number>> {
  const collections = [
    ...(await firestore.listCollections()),
    firestore.collectionGroup("sessions"),
  ];
  const snapshots = await Promise.all(collections.map((collection) => collection.get()));
  const found: Record<string, number> = {};
  for (const { ref, data } of snapshots.flatMap(({ docs }) =>
    docs.map((document) => ({ ref: document.ref, data: document.data() })),
  )) {
    const text = `${ref.path} ${JSON.stringify(data)}`;
    if (!text.includes(id) && !(email && text.includes(email))) continue;
    found[ref.parent.id] = (found[ref.parent.id] ?? 0) + 1;
  }
  return found;
}

/** Where a process that erases somebody may die, by what it does not come to. */
export const deaths: [string, (ports: Ports, die: () => never) => Partial<Ports>][] = [
  ["the sessions", ({ sessions }, die) => ({ sessions: { ...sessions, removeAll: die } })],
  ["the activity", ({ activity }, die) => ({ activity: { ...activity, removeAbout: die } })],
  ["the invitation", ({ invitations }, die) => ({ invitations: { ...invitations, remove: die } })],
  ["the mails", ({ outbox }, die) => ({ outbox: { ...outbox, removeAbout: die } })],
  ["the counters", ({ limits }, die) => ({ limits: { ...limits, unlock: die } })],
];

/** Ports of a process that dies there. */
export function dying(ports: Ports, death: (typeof deaths)[number][1]): Ports {
  const die = () => {
    throw new Error("dead");
  };
  return { ...ports, ...death(ports, die) };
}
