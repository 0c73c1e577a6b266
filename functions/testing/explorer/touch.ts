import type { Step } from "../../src/users/account-record";

/** Milliseconds after which Firestore gives a transaction up. */
export const longest = 60_000;

/** What a transaction writes. */
export type Writes = Pick<Step<unknown>, "state" | "user">;

/** Says whether somebody is an event's handler: one that dies is called again. */
export const isEvent = (actor: string): boolean => actor.startsWith("event");

/** What a step touches: two of which neither writes, or that touch different things, may as well change places. */
export interface Touch {
  readonly service: "documents" | "auth" | "time";
  readonly writes: boolean;
}

export const time: Touch = { service: "time", writes: true };

/** What a call touches, as its words say. */
export function touchOf(what: string): Touch {
  return {
    service: /^(finds|creates|updates|removes)/.test(what) ? "auth" : "documents",
    writes: /^(creates|updates|removes|writes|is visible)/.test(what),
  };
}
