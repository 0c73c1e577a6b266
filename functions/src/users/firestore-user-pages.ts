import {
  FieldPath,
  type Query,
  type QueryDocumentSnapshot,
  Timestamp,
} from "firebase-admin/firestore";
import type { Database } from "../database";
import { reach } from "../firestore";
import { isFoundBy, startOf } from "./search";
import { toUser } from "./user-document";
import type { UserPage } from "./user-directory";
import type { Place, UserFilter, UserQuery } from "./user-query";

/** Reads a page of users: one query, however many there are, unless a search is longer than what is indexed. */
export async function readUserPage(database: Database, query: UserQuery): Promise<UserPage> {
  const { search, limit } = query;
  const all = sorted(filtered(database.collection("users"), query), query);
  const found: QueryDocumentSnapshot[] = [];
  let { after } = query;
  let isMore = true;
  // One more than asked for says whether there is a next page.
  while (isMore && found.length <= limit) {
    const next = after ? all.startAfter(...cursor(after, query)) : all;
    const { docs } = await reach(next.limit(limit + 1).get());
    found.push(...docs.filter((document) => isWanted(document, search)));
    isMore = docs.length > limit;
    const last = docs.at(-1);
    after = last && placeOf(last, query);
  }
  const page = found.slice(0, limit);
  const last = page.at(-1);
  return {
    users: page.map((document) => toUser(document.id, document.data())),
    ...(found.length > limit && last && { next: placeOf(last, query) }),
  };
}

function filtered(all: Query, { search, role, disabled }: UserFilter): Query {
  const conditions: [string, "==" | "array-contains", unknown][] = [
    ["search.starts", "array-contains", search && startOf(search)],
    ["role", "==", role],
    ["disabled", "==", disabled],
  ];
  return conditions
    .filter(([, , value]) => value !== undefined)
    .reduce((query, condition) => query.where(...condition), all);
}

function sorted(all: Query, { sort }: UserFilter): Query {
  const id = FieldPath.documentId();
  if (sort === "id") return all.orderBy(id);
  return sort === "name"
    ? all.orderBy("search.name").orderBy(id)
    : all.orderBy("createdAt", "desc").orderBy(id, "desc");
}

/** What is too long to be looked for by Firestore is compared here. */
function isWanted(document: QueryDocumentSnapshot, search: string | undefined): boolean {
  return search === undefined || isFoundBy(toUser(document.id, document.data()), search);
}

function placeOf(document: QueryDocumentSnapshot, { sort }: UserFilter): Place {
  if (sort === "id") return ["", document.id];
  if (sort === "name") return [document.get("search.name") as string, document.id];
  const { seconds, nanoseconds } = document.get("createdAt") as Timestamp;
  return [`${seconds}.${nanoseconds}`, document.id];
}

function cursor([value, id]: Place, { sort }: UserFilter): unknown[] {
  if (sort === "id") return [id];
  if (sort === "name") return [value, id];
  const [seconds = 0, nanoseconds = 0] = value.split(".").map(Number);
  return [new Timestamp(seconds, nanoseconds), id];
}
