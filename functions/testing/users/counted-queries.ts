import type { Query, QuerySnapshot } from "firebase-admin/firestore";
import type { Database } from "../../src/database";

/** What was asked of Firestore: queries, and the documents that they found, which are what is paid for. */
export interface Counted {
  queries: number;
  documents: number;
}

/** A database whose queries are counted. */
export function countedQueries(database: Database): { database: Database; counted: Counted } {
  const counted: Counted = { queries: 0, documents: 0 };
  const counting = <Asked extends Query>(query: Asked): Asked =>
    new Proxy(query, {
      get(target, name) {
        const found: unknown = Reflect.get(target, name, target);
        if (typeof found !== "function") return found;
        return (...given: unknown[]): unknown => {
          const made: unknown = Reflect.apply(found, target, given);
          if (name !== "get") return counting(made as Query);
          counted.queries += 1;
          return (made as Promise<QuerySnapshot>).then((snapshot) => {
            counted.documents += snapshot.size;
            return snapshot;
          });
        };
      },
    });
  const collection: Database["collection"] = (name) => counting(database.collection(name));
  return { database: { ...database, collection }, counted };
}
