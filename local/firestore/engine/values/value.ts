/** A value as it is received; `valueType` names the member that is set. */
export type Value =
  | { valueType: "nullValue"; nullValue: "NULL_VALUE" }
  | { valueType: "booleanValue"; booleanValue: boolean }
  | NumberValue
  | { valueType: "timestampValue"; timestampValue: WireTime }
  | { valueType: "stringValue"; stringValue: string }
  | { valueType: "bytesValue"; bytesValue: Uint8Array }
  | { valueType: "referenceValue"; referenceValue: string }
  | { valueType: "geoPointValue"; geoPointValue: { latitude?: number; longitude?: number } }
  | ArrayValue
  | { valueType: "mapValue"; mapValue: { fields?: Fields } };

export type NumberValue =
  | { valueType: "integerValue"; integerValue: string }
  | { valueType: "doubleValue"; doubleValue: number };

export interface ArrayValue {
  valueType: "arrayValue";
  arrayValue: { values?: Value[] };
}

export type Fields = Record<string, Value>;

/** A moment on the wire. A part that is 0 may be left out. */
export interface WireTime {
  seconds?: string | number;
  nanos?: number;
}

export const nullValue: Value = { valueType: "nullValue", nullValue: "NULL_VALUE" };

export const integerValue = (integer: bigint | number): NumberValue => ({
  valueType: "integerValue",
  integerValue: String(integer),
});

export const doubleValue = (double: number): NumberValue => ({
  valueType: "doubleValue",
  doubleValue: double,
});

export const arrayValue = (values: Value[]): ArrayValue => ({
  valueType: "arrayValue",
  arrayValue: { values },
});

export const isNumber = (value: Value | undefined): value is NumberValue =>
  value?.valueType === "integerValue" || value?.valueType === "doubleValue";

export const isNaNValue = (value: Value): boolean =>
  value.valueType === "doubleValue" && Number.isNaN(value.doubleValue);

export const elementsOf = (value: Value | undefined): Value[] =>
  value?.valueType === "arrayValue" ? (value.arrayValue.values ?? []) : [];
