/** From 0, which a machine guesses at once, to 3, which it does not guess. */
export type Strength = 0 | 1 | 2 | 3;

/** What passwords are made of most often, and the rows of keyboards. */
const commonPieces =
  /passwor[dt]|passw0rd|qwert[yz]|azerty|asdf(gh)?|zxcv|1q2w3e|letmein|welcome|admin|login|secret|dragon|monkey|football|baseball|iloveyou|sunshine|princess|master|shadow|hello|abc123/g;

/** Bits of a guess that is worth the next level. */
const steps = [30, 48, 68];

/**
 * Estimates, roughly, how hard a password is to guess: by its length and kinds of characters, where what is repeated,
 * counted up, common, or known of the person counts as a single character.
 *
 * @param known - what others know of the person, such as the e-mail address.
 */
export function strengthOf(password: string, known: readonly string[] = []): Strength {
  const bits = surprises(password, known) * Math.log2(alphabetOf(password));
  return steps.filter((step) => bits >= step).length as Strength;
}

function surprises(password: string, known: readonly string[]): number {
  const pieces = known.flatMap((text) => text.toLowerCase().split(/[^\p{L}\p{N}]+/u));
  const rest = pieces
    .filter((piece) => piece.length > 2)
    .reduce((text, piece) => text.replaceAll(piece, "\0"), password.toLowerCase())
    .replaceAll(commonPieces, "\0");
  const codes = Array.from(rest, (character) => character.codePointAt(0) ?? 0);
  const isForeseen = (code: number, index: number) => {
    const [before, last] = [codes[index - 2], codes[index - 1]];
    if (last === undefined) return false;
    const step = code - last;
    return step === 0 || (Math.abs(step) === 1 && before !== undefined && last - before === step);
  };
  // Few different characters, in whatever order, are few surprises.
  const unforeseen = codes.filter((code, index) => !isForeseen(code, index)).length;
  return Math.min(unforeseen, 2 * new Set(codes).size);
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
