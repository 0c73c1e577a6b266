import { compareNumbers } from "./numbers";
import { comparePaths, compareText } from "./text";
import { elementsOf, type Fields, type Value, type WireTime } from "./value";

/** Orders any two values as Firestore does; 0 means that a query takes them for equal. */
export function compareValues(one: Value, other: Value): number {
  const ranks = rankOf(one) - rankOf(other);
  return ranks === 0 ? compareAlike(one, other) : ranks;
}

/** Whether two values are of kinds that ranges compare with each other. */
export const areAlike = (one: Value, other: Value): boolean => rankOf(one) === rankOf(other);

const ranks: Record<Value["valueType"], number> = {
  nullValue: 0,
  booleanValue: 1,
  integerValue: 2,
  doubleValue: 2,
  timestampValue: 3,
  stringValue: 4,
  bytesValue: 5,
  referenceValue: 6,
  geoPointValue: 7,
  arrayValue: 8,
  mapValue: 10,
};
const vectorRank = 9;

const rankOf = (value: Value): number => (isVector(value) ? vectorRank : ranks[value.valueType]);

/** Whether the value is an embedding, which the wire has as a map of a reserved type. */
export function isVector(value: Value): boolean {
  if (value.valueType !== "mapValue") return false;
  const type = value.mapValue.fields?.__type__;
  return type?.valueType === "stringValue" && type.stringValue === "__vector__";
}

function compareAlike(one: Value, other: Value): number {
  switch (one.valueType) {
    case "nullValue":
      return 0;
    case "booleanValue":
      return Number(one.booleanValue) - Number((other as typeof one).booleanValue);
    case "integerValue":
    case "doubleValue":
      return compareNumbers(one, other as typeof one);
    case "timestampValue":
      return compareTimes(one.timestampValue, (other as typeof one).timestampValue);
    case "stringValue":
      return compareText(one.stringValue, (other as typeof one).stringValue);
    case "bytesValue":
      return Buffer.compare(one.bytesValue, (other as typeof one).bytesValue);
    case "referenceValue":
      return comparePaths(one.referenceValue, (other as typeof one).referenceValue);
    case "geoPointValue": {
      const { latitude = 0, longitude = 0 } = one.geoPointValue;
      const { latitude: otherLatitude = 0, longitude: otherLongitude = 0 } = (other as typeof one)
        .geoPointValue;
      return latitude - otherLatitude || longitude - otherLongitude;
    }
    case "arrayValue":
      return compareLists(elementsOf(one), elementsOf(other));
    case "mapValue":
      return compareMaps(one.mapValue.fields ?? {}, (other as typeof one).mapValue.fields ?? {});
  }
}

const compareTimes = (one: WireTime, other: WireTime): number =>
  Number(one.seconds ?? 0) - Number(other.seconds ?? 0) || (one.nanos ?? 0) - (other.nanos ?? 0);

function compareLists(one: Value[], other: Value[]): number {
  for (const [i, value] of one.entries()) {
    const otherValue = other[i];
    if (!otherValue) return 1;
    const order = compareValues(value, otherValue);
    if (order !== 0) return order;
  }
  return one.length - other.length;
}

/** By the first key that differs, then by its value; vectors by their length first. */
function compareMaps(one: Fields, other: Fields): number {
  const longer = elementsOf(one.value).length - elementsOf(other.value).length;
  if (longer !== 0 && one.__type__ && other.__type__) return longer;
  const [entries, otherEntries] = [sortedEntries(one), sortedEntries(other)];
  for (const [i, [key, value]] of entries.entries()) {
    const [otherKey, otherValue] = otherEntries[i] ?? [];
    if (otherKey === undefined || !otherValue) return 1;
    const order = compareText(key, otherKey) || compareValues(value, otherValue);
    if (order !== 0) return order;
  }
  return entries.length - otherEntries.length;
}

const sortedEntries = (fields: Fields): [string, Value][] =>
  Object.entries(fields).sort(([one], [other]) => compareText(one, other));
