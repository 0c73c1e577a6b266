import { type Check, Missing } from "../check";
import type { Plan } from "../plan";
import type { Tools } from "../tools";

interface IndexField {
  fieldPath: string;
  order?: string;
  arrayConfig?: string;
}

/** As `firestore.indexes.json` has it. */
interface Wanted {
  collectionGroup: string;
  queryScope: string;
  fields: IndexField[];
}

/** As Firestore describes one: https://cloud.google.com/firestore/docs/reference/rest/v1/projects.databases.collectionGroups.indexes */
interface Deployed extends Omit<Wanted, "collectionGroup"> {
  name: string;
  state: "CREATING" | "READY" | "NEEDS_REPAIR";
}

/** A field with a TTL policy, as Firestore describes it. */
interface Expiring {
  name: string;
  ttlConfig?: { state: "CREATING" | "ACTIVE" | "NEEDS_REPAIR" };
}

interface Specification {
  indexes?: Wanted[];
  fieldOverrides?: { collectionGroup: string; fieldPath: string; ttl?: boolean }[];
}

const fix = "npx firebase deploy --only firestore:indexes";
const collectionOf = (name: string) => /collectionGroups\/([^/]+)\//.exec(name)?.[1] ?? "";

/** Checks that every composite index of the project's file is deployed, and built. */
export const indexCheck = ({ files }: Plan, database: string, { read }: Tools): Check => ({
  what: "every composite index is built",
  look: async () => {
    const list = ["firestore", "indexes", "composite", "list", `--database=${database}`];
    const states = new Map(
      (await read<Deployed[]>(...list)).map((index) => [
        nameOf({ ...index, collectionGroup: collectionOf(index.name) }),
        index.state,
      ]),
    );
    const { indexes = [] } = JSON.parse(files.indexes || "{}") as Specification;
    const names = indexes.map(nameOf);
    const unready = names.filter((name) => states.get(name) !== "READY");
    if (unready.length === 0) return undefined;
    const said = unready.map((name) => `${name} is ${states.get(name) ?? "not deployed"}`);
    const isComing = unready.every((name) => states.get(name) === "CREATING");
    throw new Missing(said.join("; "), isComing ? "wait some minutes, and ask again" : fix);
  },
  fix,
});

/** Checks that documents expire which the project's file has a TTL policy for. */
export const expiryCheck = ({ files }: Plan, database: string, { read }: Tools): Check => ({
  what: "documents with an end expire",
  look: async () => {
    const list = ["firestore", "fields", "ttls", "list", `--database=${database}`];
    const fields = await read<Expiring[]>(...list);
    const active = fields
      .filter(({ ttlConfig }) => ["ACTIVE", "CREATING"].includes(ttlConfig?.state ?? ""))
      .map(({ name }) => `${collectionOf(name)}.${name.split("/fields/")[1]}`);
    const { fieldOverrides = [] } = JSON.parse(files.indexes || "{}") as Specification;
    const wanted = fieldOverrides
      .filter(({ ttl }) => ttl)
      .map(({ collectionGroup, fieldPath }) => `${collectionGroup}.${fieldPath}`);
    const missing = wanted.filter((name) => !active.includes(name));
    if (missing.length > 0) throw new Missing(`no TTL policy for ${missing.join(", ")}`);
    return undefined;
  },
  fix,
});

/** Firestore adds `__name__` at the end of each index, in the direction of the field before. */
const nameOf = ({ collectionGroup, queryScope, fields }: Wanted) =>
  `${collectionGroup} (${fields
    .filter(({ fieldPath }) => fieldPath !== "__name__")
    .map(({ fieldPath, order, arrayConfig }) => `${fieldPath} ${order ?? arrayConfig}`)
    .join(", ")})${queryScope === "COLLECTION" ? "" : ` ${queryScope}`}`;
