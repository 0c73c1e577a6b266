/** Compares texts as Firestore does: by their UTF-8 bytes, which is by code point. */
export const compareText = (one: string, other: string): number => compare(one, other, rank);

/** Compares paths segment by segment: what lies below a document comes before its longer-named siblings. */
export const comparePaths = (one: string, other: string): number =>
  compare(one, other, (unit) => (unit === slash ? -1 : rank(unit)));

const slash = "/".charCodeAt(0);

/** Surrogates stand for the characters past U+FFFF, which come after all others. */
const rank = (unit: number): number => (unit >= 0xd800 && unit <= 0xdfff ? unit + 0x10000 : unit);

function compare(one: string, other: string, ranked: (unit: number) => number): number {
  if (one === other) return 0;
  const shared = Math.min(one.length, other.length);
  for (let i = 0; i < shared; i += 1) {
    const unit = one.charCodeAt(i);
    const otherUnit = other.charCodeAt(i);
    if (unit !== otherUnit) return ranked(unit) - ranked(otherUnit);
  }
  return one.length - other.length;
}
