import { invalid, unimplemented } from "../../failure";
import type * as messages from "../../messages";
import type { Scope } from "../documents/scope";
import type { Position, Sorting } from "../documents/sorting";
import { checkedId, type Names } from "../names";
import { compareText } from "../values/text";
import { type FieldPath, isName, nameField, parseFieldPath, samePath } from "../values/field-path";
import type { Value } from "../values/value";
import { isInequality, parseFilter, type ParsedFilter } from "./filter";

/** Where results begin or end. */
export interface Bound {
  positions: Position[];
  /** Whether the bound is before the documents at its position, or after them. */
  before: boolean;
}

/** A query that was parsed and is valid. */
export interface Plan {
  scope: Scope;
  filter: ParsedFilter;
  sortings: Sorting[];
  startAt: Bound | undefined;
  endAt: Bound | undefined;
  offset: number;
  limit: number;
  /** The selected fields; `undefined` for all. */
  select: FieldPath[] | undefined;
}

/** Parses a query; refuses what Firestore refuses. */
export function planQuery(
  parent: string | undefined,
  query: messages.StructuredQuery | undefined,
  names: Names,
): Plan {
  if (!query) throw invalid("A query is missing.");
  if (query.findNearest) throw unimplemented("vector search (findNearest)");
  const filter = parseFilter(query.where, names);
  const sortings = sortingsOf(query, filter);
  const offset = query.offset ?? 0;
  const limit = query.limit ? (query.limit.value ?? 0) : Infinity;
  if (offset < 0) throw invalid("The offset of a query may not be negative.");
  if (limit < 0) throw invalid("The limit of a query may not be negative.");
  return {
    scope: scopeOf(names.parentPath(parent), query.from ?? []),
    filter,
    sortings,
    startAt: boundOf(query.startAt, sortings, names),
    endAt: boundOf(query.endAt, sortings, names),
    offset,
    limit,
    select: query.select && (query.select.fields ?? []).map(pathOf),
  };
}

function scopeOf(parent: string, from: NonNullable<messages.StructuredQuery["from"]>): Scope {
  const [selector, another] = from;
  if (another) throw invalid("A query reads from one collection or collection group.");
  const { collectionId = "", allDescendants = false } = selector ?? { allDescendants: true };
  return {
    parent,
    collectionId: collectionId === "" ? undefined : checkedId(collectionId),
    descendants: allDescendants,
  };
}

const pathOf = ({ fieldPath }: messages.FieldReference): FieldPath =>
  parseFieldPath(fieldPath ?? "");

/** The requested order, then the fields of inequalities, then the name, in the direction of the last. */
function sortingsOf({ orderBy = [] }: messages.StructuredQuery, filter: ParsedFilter): Sorting[] {
  const sortings = orderBy.map(({ field, direction }) => ({
    field: pathOf(field ?? {}),
    descending: direction === "DESCENDING",
  }));
  const descending = sortings.at(-1)?.descending ?? false;
  const implied = filter.all
    .filter(isInequality)
    .map(({ field }) => field)
    .sort((one, other) => compareText(one.join("."), other.join(".")));
  for (const field of [...implied.filter((path) => !isName(path)), [nameField]]) {
    if (!sortings.some((sorting) => samePath(sorting.field, field))) {
      sortings.push({ field: [...field], descending });
    }
  }
  const last = sortings.findIndex(({ field }) => isName(field));
  return sortings.slice(0, last + 1);
}

function boundOf(
  cursor: messages.Cursor | undefined,
  sortings: Sorting[],
  names: Names,
): Bound | undefined {
  if (!cursor) return undefined;
  const values = cursor.values ?? [];
  if (values.length > sortings.length) throw invalid("A cursor has more values than the order.");
  const positions = values.map((value, i) => {
    const sorting = sortings[i];
    return sorting && isName(sorting.field) ? pathIn(value, names) : value;
  });
  return { positions, before: cursor.before ?? false };
}

function pathIn(value: Value, names: Names): Position {
  if (value.valueType !== "referenceValue") {
    throw invalid("A cursor on __name__ needs a document's name.");
  }
  return { path: names.documentPath(value.referenceValue) };
}
