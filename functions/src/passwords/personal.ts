/** Words shorter than this are not looked for: they are in half of all passwords. */
const wordLetters = /\p{L}{4,}/gu;

/** What must be left of a password when its owner's words are taken out, in code points. */
const leastLeft = 4;

/**
 * Says whether a password is little more than words of `texts`, ignoring case: the owner's
 * address and names, the app's name.
 */
export function isPersonal(password: string, texts: readonly string[]): boolean {
  const words = texts
    .flatMap((text) => folded(text).match(wordLetters) ?? [])
    .sort((one, other) => other.length - one.length);
  let left = folded(password);
  for (let before = ""; before !== left;) {
    before = left;
    for (const word of words) left = left.replaceAll(word, "");
  }
  return left !== folded(password) && Array.from(left).length < leastLeft;
}

const folded = (text: string) => text.normalize("NFC").toLowerCase();
