import { isFoundBy, searchFieldsOf } from "../../src/users/search";
import type { User, UserPage } from "../../src/users/user-directory";
import type { Place, UserFilter, UserQuery } from "../../src/users/user-query";

/** A page of users, as Firestore would give it. They come in the order in which they were made. */
export function pageOf(made: readonly User[], query: UserQuery): UserPage {
  const places = new Map(made.map((user, index) => [user, placeOf(user, index, query)]));
  const at = (user: User) => places.get(user) ?? ["", user.id];
  const direction = query.sort === "-createdAt" ? -1 : 1;
  const order = (a: Place, b: Place) => direction * (compare(a[0], b[0]) || compare(a[1], b[1]));
  const { after, limit } = query;
  const found = made
    .filter((user) => isWanted(user, query) && (!after || order(at(user), after) > 0))
    .sort((a, b) => order(at(a), at(b)));
  const users = found.slice(0, limit);
  const last = users.at(-1);
  return { users, ...(found.length > limit && last && { next: at(last) }) };
}

function placeOf(user: User, index: number, { sort }: UserFilter): Place {
  const seconds = String(index).padStart(10, "0");
  const sorted = { id: "", name: searchFieldsOf(user).name, "-createdAt": `${seconds}.0` };
  return [sorted[sort], user.id];
}

const isWanted = (user: User, { search, role, disabled }: UserFilter) =>
  (search === undefined || isFoundBy(user, search)) &&
  (role === undefined || user.role === role) &&
  (disabled === undefined || user.disabled === disabled);

const compare = (a: string, b: string) => (a < b ? -1 : Number(a > b));
