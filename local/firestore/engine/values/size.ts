import { elementsOf, type Fields, type Value } from "./value";

/** Bytes that Firestore counts for a document: its name, its fields and 32 more. */
export const documentSize = (path: string, fields: Fields): number =>
  path.split("/").reduce((sum, segment) => sum + textSize(segment), 16) + fieldsSize(fields) + 32;

const textSize = (text: string): number => Buffer.byteLength(text) + 1;

const fieldsSize = (fields: Fields): number =>
  Object.entries(fields).reduce((sum, [name, value]) => sum + textSize(name) + valueSize(value), 0);

function valueSize(value: Value): number {
  switch (value.valueType) {
    case "nullValue":
    case "booleanValue":
      return 1;
    case "integerValue":
    case "doubleValue":
    case "timestampValue":
      return 8;
    case "stringValue":
      return textSize(value.stringValue);
    case "bytesValue":
      return value.bytesValue.length;
    case "referenceValue":
      return textSize(value.referenceValue);
    case "geoPointValue":
      return 16;
    case "arrayValue":
      return elementsOf(value).reduce((sum, element) => sum + valueSize(element), 0);
    case "mapValue":
      return fieldsSize(value.mapValue.fields ?? {});
  }
}
