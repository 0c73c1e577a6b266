import { invalid } from "../../failure";
import { isVector } from "../values/order";
import { documentSize } from "../values/size";
import { elementsOf, type Fields, type Value } from "../values/value";

const largestDocument = 1024 * 1024;
const longestFieldName = 1500;
const deepest = 20;

/** Refuses what Firestore would not store. */
export function checkDocument(path: string, fields: Fields): void {
  checkFields(fields, 1);
  const size = documentSize(path, fields);
  if (size > largestDocument) {
    throw invalid(
      `Document "${path}" cannot be written because its size (${size} bytes) exceeds the maximum allowed size of ${largestDocument} bytes.`,
    );
  }
}

function checkFields(fields: Fields, depth: number): void {
  for (const [name, value] of Object.entries(fields)) {
    if (name === "") throw invalid("A field's name may not be empty.");
    if (/^__[\s\S]*__$/.test(name)) throw invalid(`Field name "${name}" is reserved.`);
    if (Buffer.byteLength(name) > longestFieldName) {
      throw invalid(`A field's name may have at most ${longestFieldName} bytes.`);
    }
    checkValue(value, depth);
  }
}

function checkValue(value: Value, depth: number): void {
  if (isVector(value)) return;
  if (value.valueType === "mapValue") {
    checkDepth(depth);
    checkFields(value.mapValue.fields ?? {}, depth + 1);
  }
  if (value.valueType === "arrayValue") {
    checkDepth(depth);
    for (const element of elementsOf(value)) {
      if (element.valueType === "arrayValue") {
        throw invalid("Cannot convert an array value in an array value.");
      }
      checkValue(element, depth + 1);
    }
  }
}

function checkDepth(depth: number): void {
  if (depth > deepest) throw invalid(`Maps and arrays may be nested ${deepest} deep at most.`);
}
