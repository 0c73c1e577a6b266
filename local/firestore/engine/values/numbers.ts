import { doubleValue, integerValue, type NumberValue } from "./value";

const largest = 2n ** 63n - 1n;
const smallest = -(2n ** 63n);

export const toNumber = (value: NumberValue): number =>
  value.valueType === "integerValue" ? Number(value.integerValue) : value.doubleValue;

/** Orders numbers whatever their kind; NaN comes first. */
export function compareNumbers(one: NumberValue, other: NumberValue): number {
  const [a, b] = [toNumber(one), toNumber(other)];
  if (a < b) return -1;
  if (a > b) return 1;
  if (a !== b) return Number(Number.isNaN(b)) - Number(Number.isNaN(a));
  return Number.isSafeInteger(a) ? 0 : compareExactly(one, other);
}

/** Integers past 2^53 may be told apart where doubles can't. */
function compareExactly(one: NumberValue, other: NumberValue): number {
  if (one.valueType !== "integerValue" || other.valueType !== "integerValue") return 0;
  const [a, b] = [BigInt(one.integerValue), BigInt(other.integerValue)];
  return a < b ? -1 : Number(a > b);
}

/** Adds as `increment` does: integers stop at the ends of 64 bits. */
export function add(one: NumberValue, other: NumberValue): NumberValue {
  if (one.valueType !== "integerValue" || other.valueType !== "integerValue") {
    return doubleValue(toNumber(one) + toNumber(other));
  }
  const sum = BigInt(one.integerValue) + BigInt(other.integerValue);
  return integerValue(sum > largest ? largest : sum < smallest ? smallest : sum);
}

/** Adds up as an aggregation does: integers that leave 64 bits become a double. */
export function total(numbers: NumberValue[]): NumberValue {
  let integers = 0n;
  let doubles = 0;
  let isInteger = true;
  for (const number of numbers) {
    if (number.valueType === "integerValue") {
      integers += BigInt(number.integerValue);
    } else {
      doubles += number.doubleValue;
      isInteger = false;
    }
  }
  return isInteger && integers <= largest && integers >= smallest
    ? integerValue(integers)
    : doubleValue(Number(integers) + doubles);
}
