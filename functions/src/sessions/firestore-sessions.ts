import {
  type DocumentData,
  type DocumentSnapshot,
  type Firestore,
  Timestamp,
} from "firebase-admin/firestore";
import { reach } from "../firestore";
import type { SessionStore } from "./session-store";
import type { StoredSession } from "./stored-session";

/** Firestore's limit for one batch. */
const batchSize = 500;

/** Keeps sessions in `users/{uid}/sessions/{id}`. */
export function firestoreSessions(firestore: Firestore): SessionStore {
  const sessionsOf = (uid: string) => firestore.collection("users").doc(uid).collection("sessions");

  return {
    async add(uid, session) {
      await reach(sessionsOf(uid).doc(session.id).create(toFields(session)));
    },

    async find(uid, id) {
      return toSession(await reach(sessionsOf(uid).doc(id).get()));
    },

    async list(uid) {
      const { docs } = await reach(sessionsOf(uid).orderBy("createdAt", "desc").get());
      return docs.flatMap((document) => toSession(document) ?? []);
    },

    async change(uid, id, decide) {
      const document = sessionsOf(uid).doc(id);
      return reach(
        firestore.runTransaction(async (transaction) => {
          const { session, outcome } = decide(toSession(await transaction.get(document)));
          if (session) transaction.set(document, toFields(session), { merge: true });
          return outcome;
        }),
      );
    },

    async remove(uid, ids) {
      for (let begin = 0; begin < ids.length; begin += batchSize) {
        const batch = firestore.batch();
        for (const id of ids.slice(begin, begin + batchSize)) batch.delete(sessionsOf(uid).doc(id));
        await reach(batch.commit());
      }
    },
  };
}

const timestamp = (milliseconds: number) => Timestamp.fromMillis(milliseconds);

function toFields({ id: _, current, predecessors, ...session }: StoredSession): DocumentData {
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

function toSession(snapshot: DocumentSnapshot): StoredSession | undefined {
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
