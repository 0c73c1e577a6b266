import { Timestamp } from "firebase-admin/firestore";

/** Microseconds since 1970: all that Firestore's times say. */
export const toMicroseconds = ({ seconds, nanoseconds }: Timestamp): number =>
  seconds * 1_000_000 + Math.floor(nanoseconds / 1000);

/** Milliseconds since 1970, to the microsecond: three decimals are exact until far beyond this century. */
export const toMilliseconds = (time: Timestamp): number => toMicroseconds(time) / 1000;

/** The time that `toMilliseconds` was given. */
export function toTimestamp(milliseconds: number): Timestamp {
  const microseconds = Math.round(milliseconds * 1000);
  const seconds = Math.floor(microseconds / 1_000_000);
  return new Timestamp(seconds, (microseconds - seconds * 1_000_000) * 1000);
}
