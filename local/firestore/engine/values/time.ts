import type { Value, WireTime } from "./value";

/** Microseconds since 1970: Firestore's precision. */
export type Micros = number;

export const toWireTime = (micros: Micros): WireTime => ({
  seconds: Math.floor(micros / 1e6),
  nanos: (micros % 1e6) * 1000,
});

export const toMicros = ({ seconds, nanos }: WireTime): Micros =>
  Number(seconds ?? 0) * 1e6 + Math.floor((nanos ?? 0) / 1000);

export const timestampValue = (micros: Micros): Value => ({
  valueType: "timestampValue",
  timestampValue: toWireTime(micros),
});
