import { isDeepStrictEqual } from "node:util";
import { insertJson, type Merged, readJson } from "./merge";

interface Index {
  collectionGroup: string;
  queryScope: string;
  fields: unknown[];
}

interface FieldOverride {
  collectionGroup: string;
  fieldPath: string;
}

interface Indexes {
  indexes?: Index[];
  fieldOverrides?: FieldOverride[];
}

/** Adds our indexes and TTL policies to a team's `firestore.indexes.json`. What is there already stays as it is. */
export function mergeIndexes(theirs: string, ours: string): Merged {
  if (theirs.trim() === "") return { text: ours, notes: [] };
  const { indexes = [], fieldOverrides = [] } = readJson<Indexes>(theirs);
  const own = readJson<Required<Indexes>>(ours);
  const like = (wanted: FieldOverride) =>
    fieldOverrides.find((each) => isSame(nameOf, each, wanted));
  const differs = (wanted: FieldOverride) =>
    like(wanted) && !isDeepStrictEqual(like(wanted), wanted);
  const missing = {
    indexes: own.indexes.filter((wanted) => !indexes.some((each) => isSame(shapeOf, each, wanted))),
    fieldOverrides: own.fieldOverrides.filter((wanted) => !like(wanted)),
  };
  let text = theirs;
  for (const list of ["indexes", "fieldOverrides"] as const) {
    // At the end, in our order.
    for (const each of missing[list]) text = insertJson(text, [list], -1, each);
  }
  const notes = own.fieldOverrides
    .filter(differs)
    .map((own) => `It says something else of ${nameOf(own).join(".")} than ours; yours stays.`);
  return { text, notes };
}

const nameOf = ({ collectionGroup, fieldPath }: FieldOverride) => [collectionGroup, fieldPath];
const shapeOf = ({ collectionGroup, queryScope, fields }: Index) => [
  collectionGroup,
  queryScope,
  fields,
];
const isSame = <T>(by: (of: T) => unknown, a: T, b: T) => isDeepStrictEqual(by(a), by(b));
