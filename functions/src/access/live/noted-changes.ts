const minute = 60_000;

/** Changes of so many milliseconds are noted together, and forgotten together. */
const period = 5 * minute;

/** A megabyte for a period: of half a million changes in five minutes, one stranger in two thousand is taken for changed. */
const bits = 2 ** 23;
const bitsOfEach = 7;

/**
 * That accounts changed, and not how: a Bloom filter for every five minutes. It never says no for an account that was
 * noted, and now and then yes for one that was not.
 */
export interface NotedChanges {
  /** @param changedAt - in milliseconds since 1970. */
  note(uid: string, changedAt: number): void;

  mayHave(uid: string): boolean;

  /** Forgets the periods that ended before a time. */
  forgetBefore(time: number): void;

  clear(): void;
}

export function notedChanges(): NotedChanges {
  const periods = new Map<number, Uint8Array>();

  return {
    note(uid, changedAt) {
      const at = Math.floor(changedAt / period);
      const filter = periods.get(at) ?? new Uint8Array(bits / 8);
      periods.set(at, filter);
      for (const bit of bitsFor(uid))
        filter[bit >>> 3] = (filter[bit >>> 3] ?? 0) | (1 << (bit & 7));
    },

    mayHave(uid) {
      if (periods.size === 0) return false;
      const wanted = bitsFor(uid);
      for (const filter of periods.values()) {
        if (wanted.every((bit) => ((filter[bit >>> 3] ?? 0) & (1 << (bit & 7))) !== 0)) return true;
      }
      return false;
    },

    forgetBefore(time) {
      for (const at of periods.keys()) {
        if ((at + 1) * period <= time) periods.delete(at);
      }
    },

    clear: () => periods.clear(),
  };
}

/** The places of an id: steps of one hash, as wide as another. */
function bitsFor(uid: string): number[] {
  let first = 0x811c9dc5;
  let step = 0x9747b28c;
  for (let index = 0; index < uid.length; index += 1) {
    const code = uid.charCodeAt(index);
    first = Math.imul(first ^ code, 0x01000193);
    step = Math.imul(step ^ code, 0x85ebca6b);
  }
  // What differs in the highest bits alone differs in the lowest, too.
  first ^= first >>> 15;
  step = (step ^ (step >>> 13)) | 1;
  return Array.from({ length: bitsOfEach }, (_, n) => (first + Math.imul(n, step)) & (bits - 1));
}
