import {
  type DocumentData,
  type DocumentSnapshot,
  FieldPath,
  type Precondition,
  type WriteBatch,
} from "firebase-admin/firestore";
import type { AccountRecord, Step, UserWrite } from "./account-record";
import { shardOf } from "../database/shards";
import { newFields, toFields } from "./state-document";
import { changedDocument, newDocument, toUser } from "./user-document";

/** The documents of one account, as they were read. */
export interface Found {
  readonly state: DocumentSnapshot;
  readonly user: DocumentSnapshot;
}

/** Adds what a transaction writes, on condition that both documents are still as they were read. */
export function write(
  batch: WriteBatch,
  { state, user }: Found,
  record: AccountRecord,
  step: Step<unknown>,
  readAt: number,
): void {
  if (!step.state) verify(batch, state);
  else if (state.exists) {
    const fields = { ...toFields(step.state, record.state, readAt), shard: shardOf(state.id) };
    batch.update(state.ref, fields, asRead(state));
  } else batch.create(state.ref, newFields(step.state, state.id, readAt));
  if (step.user) writeUser(batch, user, step.user);
  else verify(batch, user);
}

function writeUser(batch: WriteBatch, user: DocumentSnapshot, change: UserWrite): void {
  if ("remove" in change) {
    if (user.exists) batch.delete(user.ref, asRead(user));
    return;
  }
  if (!user.exists) {
    if ("create" in change) batch.create(user.ref, newDocument(change.create));
    return;
  }
  // Fields that are not ours stay.
  const fields =
    "create" in change
      ? newDocument(change.create)
      : changedDocument(toUser(user.id, user.data() ?? {}), change.update);
  batch.update(user.ref, fields, asRead(user));
}

/**
 * Adds the condition that a document is still as it was read, by writing what is there already.
 *
 * @param absent - what to make of one that is not there, where that it is not there must be certain.
 */
export function verify(batch: WriteBatch, snapshot: DocumentSnapshot, absent?: DocumentData): void {
  const [known] = Object.entries(snapshot.data() ?? {}) as [string, unknown][];
  if (known) batch.update(snapshot.ref, new FieldPath(known[0]), known[1], asRead(snapshot));
  else if (absent && !snapshot.exists) batch.create(snapshot.ref, absent);
}

/** @throws {TypeError} for a document that is not there. */
function asRead({ updateTime: lastUpdateTime }: DocumentSnapshot): Precondition {
  if (!lastUpdateTime) throw new TypeError("A document that is not there has no version.");
  return { lastUpdateTime };
}
