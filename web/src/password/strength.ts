/** From 0, which a machine guesses at once, to 3, which it does not guess. */
export type Strength = 0 | 1 | 2 | 3;

/** What passwords are made of most often, and the rows of keyboards. */
const commonPieces =
  /passwor[dt]|passw0rd|qwert[yz]|azerty|asdf(gh)?|zxcv|1q2w3e|letmein|welcome|admin|login|secret|dragon|monkey|football|baseball|iloveyou|sunshine|princess|master|shadow|hello|abc123/gi;

/** Bits of a guess that is worth the next level. */
const steps = [30, 48, 68];

/** Bits that a letter is worth that goes on a word: the words of a language leave little choice. */
const bitsInWord = 2.5;

/**
 * Estimates, roughly, how hard a password is to guess: by its length and kinds of characters, where words count for less,
 * and what is repeated, counted up, common, or known of the person, for a single character or nothing.
 *
 * @param known - what others know of the person, such as the e-mail address.
 */
export function strengthOf(password: string, known: readonly string[] = []): Strength {
  const characters = Array.from(withoutKnown(password, known));
  const bitsAlone = Math.log2(alphabetOf(password));
  const bits = characters.map((character, index) => {
    const before = characters.slice(Math.max(index - 2, 0), index);
    if (isForeseen(character, before)) return 0;
    return goesOn(character, before.at(-1)) ? bitsInWord : bitsAlone;
  });
  const sum = bits.reduce((total, each) => total + each, 0);
  // Few different characters, in whatever order, are few choices.
  const most = 2 * new Set(characters).size * bitsAlone;
  return steps.filter((step) => Math.min(sum, most) >= step).length as Strength;
}

/** Leaves a single character of each piece that is known or common. */
function withoutKnown(password: string, known: readonly string[]): string {
  const pieces = known.flatMap((text) => text.split(/[^\p{L}\p{N}]+/u));
  return pieces
    .filter((piece) => piece.length > 2)
    .reduce((rest, piece) => rest.replaceAll(new RegExp(piece, "giu"), "\0"), password)
    .replaceAll(commonPieces, "\0");
}

/** Whether a character repeats the one before it, or counts on, up or down. */
function isForeseen(character: string, before: readonly string[]): boolean {
  const [last, earlier] = before.toReversed();
  if (last === undefined) return false;
  const step = distance(last, character);
  return (
    step === 0 ||
    (Math.abs(step) === 1 && earlier !== undefined && distance(earlier, last) === step)
  );
}

const distance = (from: string, to: string) =>
  (to.codePointAt(0) ?? 0) - (from.codePointAt(0) ?? 0);

/** Whether a letter goes on the word of the one before it; a capital after a small letter begins another. */
function goesOn(character: string, last = ""): boolean {
  return /^(\p{L}[^\p{Lu}\P{L}]|\p{Lu}\p{Lu})$/u.test(last + character);
}

const kinds: readonly (readonly [RegExp, number])[] = [
  [/[a-z]/, 26],
  [/[A-Z]/, 26],
  [/[0-9]/, 10],
  [/[ -/:-@[-`{-~]/, 33],
  [/[^ -~]/, 100],
];

function alphabetOf(password: string): number {
  const sizes = kinds.filter(([kind]) => kind.test(password)).map(([, size]) => size);
  return sizes.reduce((sum, size) => sum + size, 1);
}
