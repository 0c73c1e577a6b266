import { type Firestore, GeoPoint, Timestamp, DocumentReference } from "firebase-admin/firestore";
import { Refusal } from "../../cli/command";

/** What JSON can't say stands in an object with one key, which begins with `$`. */
type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/** Writes the fields of a document as JSON, from which the same can be made again. */
export function toJson(value: unknown): Json {
  if (value === null || typeof value === "boolean" || typeof value === "string") return value;
  if (typeof value === "number") return Number.isFinite(value) ? value : { $number: String(value) };
  if (value instanceof Timestamp) return { $time: toText(value) };
  if (value instanceof Uint8Array) return { $bytes: Buffer.from(value).toString("base64") };
  if (value instanceof DocumentReference) return { $reference: value.path };
  if (value instanceof GeoPoint) return { $place: [value.latitude, value.longitude] };
  if (Array.isArray(value)) return value.map(toJson);
  if (typeof value === "object" && Object.getPrototypeOf(value) === Object.prototype) {
    const map = Object.fromEntries(
      Object.entries(value).map(([key, each]) => [key, toJson(each)] as const),
    );
    return isTagged(map) ? { $map: map } : map;
  }
  return { $unknown: typeof value };
}

/** @throws {Refusal} For what is no value of a document. */
export function fromJson(json: unknown, firestore: Firestore): unknown {
  if (Array.isArray(json)) return json.map((each) => fromJson(each, firestore));
  if (typeof json !== "object" || json === null) return json;
  if (!isTagged(json)) return mapFrom(json, firestore);
  const [[tag, value] = ["", undefined]] = Object.entries(json as Record<string, unknown>);
  const read = readers[tag];
  if (!read) throw new Refusal(`"${tag}" is no kind of value that can be written here.`);
  try {
    return read(value as never, firestore);
  } catch (cause) {
    throw new Refusal(`What stands in "${tag}" can't be read.`, { cause });
  }
}

const readers: Readonly<Record<string, (value: never, firestore: Firestore) => unknown>> = {
  $number: (text: string) => Number(text),
  $time: (text: string) => fromText(text),
  $bytes: (text: string) => Buffer.from(text, "base64"),
  $reference: (path: string, firestore) => firestore.doc(path),
  $place: ([latitude, longitude]: [number, number]) => new GeoPoint(latitude, longitude),
  $map: (map: object, firestore) => mapFrom(map, firestore),
};

const mapFrom = (map: object, firestore: Firestore): object =>
  Object.fromEntries(Object.entries(map).map(([key, value]) => [key, fromJson(value, firestore)]));

const isTagged = (map: object) => /^\$[^,]*$/.test(Object.keys(map).join());

/** With all nine digits, which a `Date` has not. */
function toText(moment: Timestamp): string {
  const seconds = new Date(moment.seconds * 1000).toISOString().slice(0, 19);
  return `${seconds}.${String(moment.nanoseconds).padStart(9, "0")}Z`;
}

function fromText(text: string): Timestamp {
  const [, seconds = "", digits = ""] = /^(.{19})(?:\.(\d{1,9}))?Z$/.exec(text) ?? [];
  return new Timestamp(Date.parse(`${seconds}Z`) / 1000, Number(digits.padEnd(9, "0")));
}
