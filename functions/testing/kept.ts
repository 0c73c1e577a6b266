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

/** What a process that erases somebody may not come to any more. */
export const deaths = [
  ["the sessions", "sessions", "removeAll"],
  ["the activity", "activity", "removeAbout"],
  ["the invitation", "invitations", "remove"],
  ["the mails", "outbox", "removeAbout"],
  ["the counters", "limits", "unlock"],
] as const satisfies readonly Death[];

type Death = readonly [name: string, port: keyof Ports, method: string];

/** Ports of a process that dies there. */
export function dying(ports: Ports, port: Death[1], method: Death[2]): Ports {
  const die = () => {
    throw new Error("dead");
  };
  return { ...ports, [port]: { ...(ports[port] as object), [method]: die } };
}
