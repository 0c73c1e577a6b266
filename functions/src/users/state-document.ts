import { type DocumentData, FieldValue, Timestamp } from "firebase-admin/firestore";
import { shardOf } from "../database/shards";
import type { Erasing, Mark, MarkedField, StateWrite, StoredState } from "./account-record";

const minute = 60_000;

/** How long Firestore keeps a state that nobody changes: longer than any access token lives. */
const keptMilliseconds = 15 * 24 * 60 * minute;

/** Reads `authState/{uid}`, which other code and earlier versions may have written too. */
export function toStoredState(data: DocumentData): StoredState {
  const fields = data as Record<string, unknown>;
  const { role, generation } = fields;
  return {
    validAfter: fields.validAfter instanceof Timestamp ? fields.validAfter.seconds : 0,
    role: typeof role === "string" || role === null ? role : undefined,
    disabled: fields.disabled === true,
    disabledElsewhere: fields.disabledElsewhere === true,
    deleted: fields.deleted === true,
    marks: toMarks(fields.pending),
    endedSessions: numbers(fields.endedSessions),
    endedSessionsAt: numbers(fields.endedSessionsAt),
    codesAfter: fields.codesAfter instanceof Timestamp ? fields.codesAfter.toMillis() : 0,
    awaitsSignIn: fields.awaitsSignIn === true,
    generation: typeof generation === "number" ? generation : undefined,
    erasing: toErasing(fields.erasing),
  };
}

function toErasing(erasing: unknown): Erasing | undefined {
  if (typeof erasing !== "object" || erasing === null) return undefined;
  const { address, since } = erasing as Record<string, unknown>;
  return {
    address: typeof address === "string" ? address : null,
    since: since instanceof Timestamp ? since.toMillis() : 0,
  };
}

const numbers = (value: unknown) => (Array.isArray(value) ? (value as number[]) : []);

function toMarks(pending: unknown): Record<string, Mark> {
  if (typeof pending !== "object" || pending === null) return {};
  const marks = Object.entries(pending as Record<string, Record<string, unknown>>);
  return Object.fromEntries(
    marks.map(([id, { fields, since, closes }]) => [
      id,
      {
        fields: fields as readonly MarkedField[],
        since: since instanceof Timestamp ? since.toMillis() : 0,
        closes: closes === true,
      },
    ]),
  );
}

const now = () => FieldValue.serverTimestamp();

/** What every write does: readers find by it what is new, or that nothing is. */
export const touch = (): DocumentData => ({ n: FieldValue.increment(1), changedAt: now() });

/**
 * Makes the fields that a change of state writes.
 *
 * @param before - the state as it was read.
 * @param readAt - Firestore's time of the reading, in milliseconds since 1970.
 */
export function toFields(
  write: StateWrite,
  before: StoredState | undefined,
  readAt: number,
): DocumentData {
  const { mark, unmark = [], reopen = [], erasing } = write;
  return {
    ...plainFields(write, before, readAt),
    ...(erasing === null && { erasing: FieldValue.delete() }),
    ...(mark && { [`pending.${mark.id}`]: toMark(mark) }),
    ...Object.fromEntries(unmark.map((id) => [`pending.${id}`, FieldValue.delete()])),
    ...Object.fromEntries(reopen.map((id) => [`pending.${id}.closes`, FieldValue.delete()])),
  };
}

/** Makes the fields of a new document. */
export function newFields(write: StateWrite, uid: string, readAt: number): DocumentData {
  const { expireAt, ...fields } = plainFields(write, undefined, readAt);
  const { mark } = write;
  return {
    ...fields,
    shard: shardOf(uid),
    ...(expireAt instanceof Timestamp && { expireAt }),
    ...(mark && { pending: { [mark.id]: toMark(mark) } }),
  };
}

const toMark = ({ fields, closes }: NonNullable<StateWrite["mark"]>): DocumentData => ({
  fields,
  since: now(),
  ...(closes && { closes }),
});

function plainFields(
  write: StateWrite,
  before: StoredState | undefined,
  readAt: number,
): DocumentData {
  const { validAfter, codesAfter, erasing, ...others } = write;
  const { mark: _mark, unmark: _unmark, reopen: _reopen, ...plain } = others;
  const marks = Object.values(marksAfter(write, before));
  // What is pending must outlive any outage; whose doing a disabling was must not be forgotten.
  const isErasing = (erasing === undefined ? before?.erasing : erasing) != null;
  const lasts = marks.length > 0 || isErasing || (write.disabled ?? before?.disabled ?? false);
  return {
    ...plain,
    ...revokedThrough(validAfter, before, readAt),
    ...(codesAfter && { codesAfter: now() }),
    ...(erasing && { erasing: { ...erasing, since: now() } }),
    marked: marks.length > 0,
    closed: marks.some(({ closes }) => closes),
    expireAt: lasts ? FieldValue.delete() : Timestamp.fromMillis(readAt + keptMilliseconds),
    ...touch(),
  };
}

/** The revoked second never goes back. Firestore's own time is taken, unless a later second is there already. */
function revokedThrough(
  wanted: StateWrite["validAfter"],
  before: StoredState | undefined,
  readAt: number,
): DocumentData {
  const known = before?.validAfter ?? 0;
  if (wanted === undefined) return {};
  if (wanted === "now") {
    return known * 1000 > readAt ? {} : { validAfter: FieldValue.serverTimestamp() };
  }
  return wanted > known ? { validAfter: Timestamp.fromMillis(wanted * 1000) } : {};
}

function marksAfter(
  { mark, unmark = [], reopen = [] }: StateWrite,
  before: StoredState | undefined,
): Record<string, Pick<Mark, "closes">> {
  const marks = Object.entries(before?.marks ?? {})
    .filter(([id]) => !unmark.includes(id))
    .map(([id, { closes }]) => [id, { closes: closes && !reopen.includes(id) }] as const);
  return Object.fromEntries([
    ...marks,
    ...(mark ? [[mark.id, { closes: mark.closes ?? false }] as const] : []),
  ]);
}
