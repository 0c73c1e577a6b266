/**
 * Every state says which shard it is of. Firestore takes about 500 writes a second at the end of an index, and so 500 for
 * each shard once the time of a change is indexed behind it alone. One query takes up to 30 of them.
 */
const count = 16;

export const shards: readonly number[] = Array.from({ length: count }, (_, shard) => shard);

/** The shard of an account: a hash of its id, for good. */
export function shardOf(uid: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < uid.length; index += 1) {
    hash = Math.imul(hash ^ uid.charCodeAt(index), 0x01000193);
  }
  return ((hash ^ (hash >>> 16)) >>> 0) % count;
}
