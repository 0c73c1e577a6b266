import { invalid } from "../../failure";
import type * as messages from "../../messages";
import type { Names } from "../names";
import { type FieldPath, isName, parseFieldPath } from "../values/field-path";
import { elementsOf, isNaNValue, nullValue, doubleValue, type Value } from "../values/value";
import { fieldMatches, type Matches, nameMatches } from "./conditions";

export interface Condition {
  field: FieldPath;
  op: string;
  value: Value;
}

/** A filter that was parsed and is valid. */
export interface ParsedFilter {
  matches: Matches;
  /** Conditions that every result satisfies. */
  conditions: Condition[];
  /** All conditions, those within an `or` included. */
  all: Condition[];
  /** How many alternatives it has, with every `in` and `or` multiplied out. */
  alternatives: number;
}

const most = { alternatives: 30, IN: 30, ARRAY_CONTAINS_ANY: 30, NOT_IN: 10 };

const unary: Record<string, [op: string, value: Value]> = {
  IS_NULL: ["EQUAL", nullValue],
  IS_NOT_NULL: ["NOT_EQUAL", nullValue],
  IS_NAN: ["EQUAL", doubleValue(NaN)],
  IS_NOT_NAN: ["NOT_EQUAL", doubleValue(NaN)],
};

/** Parses the filter of a query, and refuses what Firestore refuses. */
export function parseFilter(filter: messages.Filter | undefined, names: Names): ParsedFilter {
  if (!filter) return { matches: () => true, conditions: [], all: [], alternatives: 1 };
  const parsed = parse(filter, names);
  if (parsed.alternatives > most.alternatives) {
    throw invalid(`A query may have at most ${most.alternatives} alternatives.`);
  }
  refuseMixed(
    parsed.all.map(({ op }) => op),
    parsed.conditions.length === parsed.all.length,
  );
  return parsed;
}

function parse(filter: messages.Filter, names: Names): ParsedFilter {
  if (filter.compositeFilter) return parseComposite(filter.compositeFilter, names);
  const {
    field,
    op = "",
    value,
  } = (filter.fieldFilter ?? filter.unaryFilter) ? asFieldFilter(filter) : {};
  if (value === undefined) throw invalid("A filter lacks its value.");
  const path = parseFieldPath(field?.fieldPath ?? "");
  const condition = { field: path, op, value };
  const alternatives = countAlternatives(condition);
  const matches = isName(path)
    ? nameMatches(op, value, (name) => names.name(name))
    : fieldMatches(path, op, value);
  return { matches, conditions: [condition], all: [condition], alternatives };
}

function asFieldFilter({ fieldFilter, unaryFilter }: messages.Filter): {
  field?: messages.FieldReference;
  op?: string;
  value?: Value;
} {
  if (fieldFilter) return fieldFilter;
  const [op, value] = unary[unaryFilter?.op ?? ""] ?? [];
  if (op === undefined || value === undefined) throw invalid("A filter lacks its operator.");
  return { ...(unaryFilter?.field && { field: unaryFilter.field }), op, value };
}

function parseComposite(
  { op, filters = [] }: NonNullable<messages.Filter["compositeFilter"]>,
  names: Names,
): ParsedFilter {
  if (filters.length === 0) throw invalid("A composite filter needs filters.");
  const parts = filters.map((filter) => parse(filter, names));
  const all = parts.flatMap((part) => part.all);
  const counts = parts.map(({ alternatives }) => alternatives);
  if (op === "OR") {
    return {
      matches: (document) => parts.some(({ matches }) => matches(document)),
      conditions: parts.length === 1 ? (parts[0]?.conditions ?? []) : [],
      all,
      alternatives: counts.reduce((sum, count) => sum + count, 0),
    };
  }
  if (op !== "AND") throw invalid("A composite filter is an AND or an OR.");
  return {
    matches: (document) => parts.every(({ matches }) => matches(document)),
    conditions: parts.flatMap(({ conditions }) => conditions),
    all,
    alternatives: counts.reduce((product, count) => product * count, 1),
  };
}

/** How many alternatives a condition has; refuses an invalid list. */
function countAlternatives({ op, value }: Condition): number {
  if (op !== "IN" && op !== "NOT_IN" && op !== "ARRAY_CONTAINS_ANY") return 1;
  const { length } = elementsOf(value);
  if (length === 0) throw invalid(`'${op}' needs a non-empty array.`);
  if (length > most[op]) throw invalid(`'${op}' supports up to ${most[op]} comparison values.`);
  return op === "NOT_IN" ? 1 : length;
}

/** What may not be combined in one query. */
function refuseMixed(ops: string[], isConjunction: boolean): void {
  const count = (op: string) => ops.filter((each) => each === op).length;
  if (count("NOT_IN") === 0) return;
  const beside = ["IN", "ARRAY_CONTAINS_ANY", "NOT_EQUAL"].find((op) => count(op) > 0);
  if (beside !== undefined) throw invalid(`'NOT_IN' cannot be used with '${beside}'.`);
  if (count("NOT_IN") > 1) throw invalid("Only one 'NOT_IN' is allowed per query.");
  if (!isConjunction) throw invalid("'NOT_IN' cannot be used within an 'OR'.");
}

const inequalities = new Set([
  "LESS_THAN",
  "LESS_THAN_OR_EQUAL",
  "GREATER_THAN",
  "GREATER_THAN_OR_EQUAL",
  "NOT_EQUAL",
  "NOT_IN",
]);

export const isInequality = ({ op }: Condition): boolean => inequalities.has(op);

/** Whether a condition pins a field to one value, so that an index can begin with it. */
export const isEquality = ({ op, value, field }: Condition): boolean =>
  op === "EQUAL" && !isNaNValue(value) && !isName(field);
