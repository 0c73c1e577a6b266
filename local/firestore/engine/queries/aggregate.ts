import { invalid } from "../../failure";
import type * as messages from "../../messages";
import type { StoredDocument } from "../documents/document";
import { fieldAt } from "../values/fields";
import { type FieldPath, parseFieldPath } from "../values/field-path";
import { toNumber, total } from "../values/numbers";
import {
  doubleValue,
  type Fields,
  integerValue,
  isNumber,
  nullValue,
  type Value,
} from "../values/value";

const mostAggregations = 5;

/** Aggregations that were parsed and are valid. */
export interface Aggregations {
  /** The fields that a document must have to count at all. */
  fields: FieldPath[];
  of: (documents: StoredDocument[]) => Fields;
}

/** Parses the aggregations of one request: a document without one of their fields is in none of them. */
export function parseAggregations(aggregations: messages.Aggregation[] = []): Aggregations {
  if (aggregations.length === 0 || aggregations.length > mostAggregations) {
    throw invalid(`A query has 1 to ${mostAggregations} aggregations.`);
  }
  const named = aggregations.map((aggregation, i) => {
    const { alias } = aggregation;
    return [
      alias === undefined || alias === "" ? `field_${i + 1}` : alias,
      parse(aggregation),
    ] as const;
  });
  const fields = named.flatMap(([, { field }]) => (field ? [field] : []));
  return {
    fields,
    of: (documents) =>
      Object.fromEntries(named.map(([alias, { evaluate }]) => [alias, evaluate(documents)])),
  };
}

function parse({ count, sum, avg }: messages.Aggregation): {
  field?: FieldPath;
  evaluate: (documents: StoredDocument[]) => Value;
} {
  if (count) {
    const upTo = count.upTo ? Number(count.upTo.value ?? 0) : Infinity;
    if (upTo <= 0) throw invalid("'up_to' must be greater than 0.");
    return { evaluate: ({ length }) => integerValue(Math.min(length, upTo)) };
  }
  const path = (sum ?? avg)?.field?.fieldPath;
  if (path === undefined) throw invalid("An aggregation lacks its operator or field.");
  const field = parseFieldPath(path);
  const numbers = (documents: StoredDocument[]) =>
    documents.map(({ fields }) => fieldAt(fields, field)).filter(isNumber);
  return sum
    ? { field, evaluate: (documents) => total(numbers(documents)) }
    : { field, evaluate: (documents) => average(numbers(documents)) };
}

const average = (numbers: ReturnType<typeof total>[]): Value =>
  numbers.length === 0 ? nullValue : doubleValue(toNumber(total(numbers)) / numbers.length);
