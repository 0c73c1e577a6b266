import { invalid } from "../../failure";
import type { FieldTransform } from "../../messages";
import { fieldAt, withField } from "../values/fields";
import { parseFieldPath } from "../values/field-path";
import { add, compareNumbers } from "../values/numbers";
import { compareValues } from "../values/order";
import { type Micros, timestampValue } from "../values/time";
import {
  arrayValue,
  elementsOf,
  type Fields,
  isNumber,
  nullValue,
  type NumberValue,
  type Value,
} from "../values/value";

/** Applies transforms in order; each has a result, which for those of arrays is null. */
export function transformFields(
  fields: Fields,
  transforms: FieldTransform[],
  requestTime: Micros,
): { fields: Fields; results: Value[] } {
  const results: Value[] = [];
  let transformed = fields;
  for (const transform of transforms) {
    const path = parseFieldPath(transform.fieldPath ?? "");
    const value = valueOf(transform, fieldAt(transformed, path), requestTime);
    transformed = withField(transformed, path, value);
    results.push(value.valueType === "arrayValue" ? nullValue : value);
  }
  return { fields: transformed, results };
}

function valueOf(
  transform: FieldTransform,
  current: Value | undefined,
  requestTime: Micros,
): Value {
  const { setToServerValue, increment, maximum, minimum } = transform;
  const { appendMissingElements, removeAllFromArray } = transform;
  if (setToServerValue === "REQUEST_TIME") return timestampValue(requestTime);
  if (increment) return combine(current, increment, add);
  if (maximum) return combine(current, maximum, (a, b) => (compareNumbers(a, b) >= 0 ? a : b));
  if (minimum) return combine(current, minimum, (a, b) => (compareNumbers(a, b) <= 0 ? a : b));
  if (appendMissingElements) return append(elementsOf(current), appendMissingElements.values ?? []);
  if (removeAllFromArray) {
    const removed = removeAllFromArray.values ?? [];
    return arrayValue(elementsOf(current).filter((element) => !includes(removed, element)));
  }
  throw invalid("A field transform lacks what to do.");
}

function combine(
  current: Value | undefined,
  operand: NumberValue,
  operation: (one: NumberValue, other: NumberValue) => NumberValue,
): Value {
  if (!isNumber(operand)) throw invalid("A numeric transform needs a number.");
  return isNumber(current) ? operation(current, operand) : operand;
}

function append(elements: Value[], more: Value[]): Value {
  const appended = [...elements];
  for (const element of more) if (!includes(appended, element)) appended.push(element);
  return arrayValue(appended);
}

const includes = (elements: Value[], element: Value): boolean =>
  elements.some((other) => compareValues(other, element) === 0);
