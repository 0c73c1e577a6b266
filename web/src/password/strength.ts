/** From 0, guessed at once by a machine, to 3, out of its reach. */
export type Strength = 0 | 1 | 2 | 3;

/** The most common parts of passwords, and the rows of keyboards. */
const commonPieces =
  /passwor[dt]|passw0rd|qwert[yz]|azerty|asdf(gh)?|zxcv|1q2w3e|letmein|welcome|admin|login|secret|dragon|monkey|football|baseball|iloveyou|sunshine|princess|master|shadow|hello|abc123/gi;

/** How many bits of guessing each level takes. */
const steps = [30, 48, 68];

/** Bits for a letter that continues a word: a language leaves little choice there. */
const bitsInWord = 2.5;

/**
 * Estimates roughly how hard a password is to guess, by its length and kinds of characters. Letters of words count for
 * less; repetitions, sequences, common passwords and what is known about the person count as one character or none.
 *
 * @param known - what others know about the person, such as the e-mail address.
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

/** Replaces each known or common piece by a single character. */
function withoutKnown(password: string, known: readonly string[]): string {
  const pieces = known.flatMap((text) => text.split(/[^\p{L}\p{N}]+/u));
  return pieces
    .filter((piece) => piece.length > 2)
    .reduce((rest, piece) => rest.replaceAll(new RegExp(piece, "giu"), "\0"), password)
    .replaceAll(commonPieces, "\0");
}

/** Whether a character repeats the one before it, or is its neighbour in a sequence. */
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

/** Whether a letter continues the word of the one before it; a capital after a small letter begins another. */
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
