import { invalid } from "../../failure";
import type { StoredDocument } from "../documents/document";
import { fieldAt } from "../values/fields";
import type { FieldPath } from "../values/field-path";
import { areAlike, compareValues } from "../values/order";
import { elementsOf, isNaNValue, type Value } from "../values/value";

export type Matches = (document: StoredDocument) => boolean;

/** Whether a field's value satisfies a condition. */
type Test = (value: Value, operand: Value) => boolean;

const isNull = ({ valueType }: Value): boolean => valueType === "nullValue";
const equals: Test = (value, operand) => compareValues(value, operand) === 0;
const isAmong = (value: Value, operand: Value): boolean =>
  !isNull(value) && !isNaNValue(value) && elementsOf(operand).some((one) => equals(value, one));

const ranges =
  (holds: (order: number) => boolean): Test =>
  (value, operand) =>
    areAlike(value, operand) &&
    isNaNValue(value) === isNaNValue(operand) &&
    holds(compareValues(value, operand));

/** What each operator asks of a value that is there. */
export const tests: Record<string, Test> = {
  EQUAL: equals,
  LESS_THAN: ranges((order) => order < 0),
  LESS_THAN_OR_EQUAL: ranges((order) => order <= 0),
  GREATER_THAN: ranges((order) => order > 0),
  GREATER_THAN_OR_EQUAL: ranges((order) => order >= 0),
  NOT_EQUAL: (value, operand) => !isNull(value) && !equals(value, operand),
  ARRAY_CONTAINS: (value, operand) => elementsOf(value).some((one) => equals(one, operand)),
  ARRAY_CONTAINS_ANY: (value, operand) => elementsOf(value).some((one) => isAmong(one, operand)),
  IN: isAmong,
  NOT_IN: (value, operand) =>
    !isNull(value) && !elementsOf(operand).some((one) => isNull(one) || equals(value, one)),
};

/** A condition on a field; documents without it never satisfy one. */
export function fieldMatches(field: FieldPath, op: string, operand: Value): Matches {
  const test = tests[op];
  if (!test) throw invalid(`Unknown operator ${op}.`);
  return ({ fields }) => {
    const value = fieldAt(fields, field);
    return value !== undefined && test(value, operand);
  };
}

/** A condition on the document's name. */
export function nameMatches(op: string, operand: Value, name: (path: string) => string): Matches {
  const test = tests[op];
  const operands = operand.valueType === "arrayValue" ? elementsOf(operand) : [operand];
  if (
    !test ||
    op.startsWith("ARRAY") ||
    operands.some((one) => one.valueType !== "referenceValue")
  ) {
    throw invalid("__name__ is compared with the names of documents only.");
  }
  return ({ path }) => test({ valueType: "referenceValue", referenceValue: name(path) }, operand);
}
