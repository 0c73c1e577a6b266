import { FieldPath, type Firestore } from "firebase-admin/firestore";
import { Refusal } from "../../cli/command";
import { fromJson, toJson } from "./values";

/** Documents on a page. */
const pageSize = 50;

/** A document that is shown. */
export interface ShownDocument {
  path: string;
  /** As JSON; `undefined` for one that is not there, but has collections below it. */
  fields?: unknown;
  updateTime?: string;
  /** The paths of the collections below it. */
  collections: string[];
}

/** The documents of a Firestore, as a developer looks at them. */
export interface Documents {
  /** The paths of the collections at the root. */
  collections(): Promise<string[]>;
  /** A page of the ids in a collection. @param after - the last id of the page before. */
  list(path: string, after: string | undefined): Promise<{ items: string[]; next?: string }>;
  read(path: string): Promise<ShownDocument>;
  /** @param updateTime - what was shown; absent for a new one. @returns whether it was still so. */
  write(path: string, fields: unknown, updateTime: string | undefined): Promise<boolean>;
  remove(path: string): Promise<void>;
}

export function shownDocuments(firestore: Firestore): Documents {
  const document = (path: string) => {
    if (!/^[^/]+\/[^/]+(\/[^/]+\/[^/]+)*$/.test(path)) {
      throw new Refusal("A document's path has a collection and an id, or several pairs of them.");
    }
    return firestore.doc(path);
  };

  return {
    collections: async () => (await firestore.listCollections()).map(({ path }) => path),

    async list(path, after) {
      const collection = firestore.collection(path);
      const ordered = collection.orderBy(FieldPath.documentId()).limit(pageSize + 1);
      const { docs } = await (after === undefined ? ordered : ordered.startAfter(after)).get();
      const items = docs.slice(0, pageSize).map(({ id }) => id);
      const last = items.at(-1);
      return { items, ...(docs.length > pageSize && last !== undefined && { next: last }) };
    },

    async read(path) {
      const reference = document(path);
      const [snapshot, below] = await Promise.all([reference.get(), reference.listCollections()]);
      const collections = below.map((each) => each.path);
      if (!snapshot.exists) return { path, collections };
      const updateTime = snapshot.updateTime?.valueOf() ?? "";
      return { path, collections, updateTime, fields: toJson(snapshot.data()) };
    },

    write: (path, fields, updateTime) =>
      firestore.runTransaction(async (transaction) => {
        const reference = document(path);
        const now = await transaction.get(reference);
        if (now.updateTime?.valueOf() !== updateTime) return false;
        transaction.set(reference, fromJson(fields, firestore) as object);
        return true;
      }),

    remove: async (path) => {
      await document(path).delete();
    },
  };
}
