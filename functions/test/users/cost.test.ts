import { databaseOf } from "../../src/database";
import { firestoreUserImports } from "../../src/users/import-documents";
import { firestoreUsers } from "../../src/users/firestore-users";
import type { UserFilter } from "../../src/users/user-query";
import { projectId, startBackend } from "../../testing/backend";
import { countedQueries } from "../../testing/users/counted-queries";
import { running } from "../../testing/running";

const backend = running(startBackend);

/** Users as an import makes them: half are called Grace Hopper, one in ten has another role. */
async function users(count: number): Promise<void> {
  await backend.firestoreServer.reset(projectId);
  const made = Array.from({ length: count }, (_, index) => ({
    user: {
      id: `user-${index}`,
      ...(index % 2 === 0
        ? { firstName: "Grace", lastName: "Hopper" }
        : { firstName: "Ada", lastName: "Lovelace" }),
      email: `user-${index}@example.com`,
      emailVerified: true,
      role: index % 10 === 0 ? "Admin" : "User",
      disabled: index % 10 === 1,
      locale: null,
      signUpMethod: "PASSWORD",
    },
    createdAt: index,
  }));
  await firestoreUserImports(databaseOf(backend.firestore)).create(made);
}

const views: UserFilter[] = [
  { sort: "-createdAt" },
  { sort: "name" },
  { sort: "-createdAt", search: "grace ho" },
  { sort: "name", search: "love", role: "User", disabled: false },
  { sort: "-createdAt", role: "Admin" },
];

/** What a page of five costs in each view, and the page after it. */
async function costs() {
  const all = [];
  for (const view of views) {
    const { database, counted } = countedQueries(databaseOf(backend.firestore));
    const { list } = firestoreUsers(database);
    const first = await list({ ...view, limit: 5 });
    all.push({ ...counted, users: first.users.length });
    if (first.next) await list({ ...view, limit: 5, after: first.next });
    expect(counted.queries).toBe(first.next ? 2 : 1);
    expect(counted.documents).toBeLessThanOrEqual(12);
  }
  return all;
}

test("a page of the list, or of a search, is one query for one document more than it shows, among 100 users or 3,000", async () => {
  await users(100);
  const few = await costs();
  expect(few).toEqual(Array(views.length).fill({ queries: 1, documents: 6, users: 5 }));
  await users(3000);
  expect(await costs()).toEqual(few);
});
