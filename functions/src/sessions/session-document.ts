import { type DocumentData, type DocumentSnapshot, Timestamp } from "firebase-admin/firestore";
import type { StoredSession } from "./stored-session";

const timestamp = (milliseconds: number) => Timestamp.fromMillis(milliseconds);

/** Makes the fields of a session's document. */
export function toFields({
  id: _,
  current,
  predecessors,
  ...session
}: StoredSession): DocumentData {
  return {
    ...session,
    createdAt: timestamp(session.createdAt),
    lastUsedAt: timestamp(session.lastUsedAt),
    expireAt: timestamp(session.expireAt),
    current: { ...current, issuedAt: timestamp(current.issuedAt) },
    predecessors: predecessors.map((predecessor) => ({
      ...predecessor,
      replacedAt: timestamp(predecessor.replacedAt),
    })),
  };
}

/** Reads what `toFields` wrote. Only this project writes here, so the shape is not checked. */
interface Fields {
  createdAt: Timestamp;
  lastUsedAt: Timestamp;
  expireAt: Timestamp;
  device: string;
  place: string;
  newest: number;
  current: Omit<StoredSession["current"], "issuedAt"> & { issuedAt: Timestamp };
  predecessors: (Omit<StoredSession["predecessors"][number], "replacedAt"> & {
    replacedAt: Timestamp;
  })[];
}

/** Reads a session out of its document; `undefined` when there is none. */
export function toSession(snapshot: DocumentSnapshot): StoredSession | undefined {
  const fields = snapshot.data() as Fields | undefined;
  if (!fields) return undefined;
  const { createdAt, lastUsedAt, expireAt, device, place, newest, current, predecessors } = fields;
  return {
    id: snapshot.id,
    createdAt: createdAt.toMillis(),
    lastUsedAt: lastUsedAt.toMillis(),
    expireAt: expireAt.toMillis(),
    device,
    place,
    newest,
    current: { ...current, issuedAt: current.issuedAt.toMillis() },
    predecessors: predecessors.map((predecessor) => ({
      ...predecessor,
      replacedAt: predecessor.replacedAt.toMillis(),
    })),
  };
}
