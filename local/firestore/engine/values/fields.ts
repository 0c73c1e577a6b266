import type { FieldPath } from "./field-path";
import type { Fields, Value } from "./value";

/** The value at a path, `undefined` where there is none. */
export function fieldAt(fields: Fields, path: FieldPath): Value | undefined {
  let value: Value | undefined;
  let within: Fields | undefined = fields;
  for (const name of path) {
    // A field may have the name of something that every JavaScript object has.
    value = within && Object.hasOwn(within, name) ? within[name] : undefined;
    within = value?.valueType === "mapValue" ? (value.mapValue.fields ?? {}) : undefined;
  }
  return value;
}

/** A copy in which the path has the value, or in which it is absent. */
export function withField(fields: Fields, path: FieldPath, value: Value | undefined): Fields {
  const [name, ...rest] = path as [string, ...string[]];
  const copy = { ...fields };
  const child = fieldAt(fields, [name]);
  if (rest.length === 0) {
    if (value) copy[name] = value;
    // eslint-disable-next-line @typescript-eslint/no-dynamic-delete -- of a copy of our own
    else delete copy[name];
    return copy;
  }
  const isMap = child?.valueType === "mapValue";
  if (!isMap && !value) return copy;
  const inner = withField(isMap ? (child.mapValue.fields ?? {}) : {}, rest, value);
  copy[name] = { valueType: "mapValue", mapValue: { fields: inner } };
  return copy;
}

/** Only the fields at these paths. */
export const masked = (fields: Fields, paths: FieldPath[]): Fields =>
  paths.reduce<Fields>((kept, path) => {
    const value = fieldAt(fields, path);
    return value ? withField(kept, path, value) : kept;
  }, {});
