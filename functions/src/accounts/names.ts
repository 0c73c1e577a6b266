/** The names of a user. Empty where nobody gave any. */
export interface Names {
  firstName: string;
  lastName: string;
}

/** Characters that would break a line, or turn round the text that a name stands in. */
export const unfit = /[\p{Cc}\p{Bidi_Control}]/u;

/** Half of a character that UTF-16 writes in two. */
export const halfCharacter = /\p{Cs}/u;

/** Text that shows nothing; U+2800 is the Braille pattern without dots. */
export const onlyInvisible = /^[\p{White_Space}\p{Default_Ignorable_Code_Point}\p{Cf}\u2800]*$/u;

/** The longest name, in characters as Unicode counts them. */
const longest = /^.{0,100}/su;

/** Makes names from elsewhere fit the rule for names. What can't be seen is no name. */
export function fitNames({ firstName, lastName }: Names): Names {
  return { firstName: fit(firstName), lastName: fit(lastName) };
}

function fit(text: string): string {
  const allowed = text
    .replaceAll(new RegExp(halfCharacter, "gu"), "\uFFFD")
    .replaceAll(new RegExp(unfit, "gu"), " ")
    .replaceAll(/ +/g, " ")
    .trim();
  return onlyInvisible.test(allowed) ? "" : (longest.exec(allowed)?.[0] ?? "").trimEnd();
}

/** Splits a display name at its first space, for want of a better rule. */
export function splitName(displayName: string): Names {
  const [firstName = "", ...rest] = displayName.trim().split(/\s+/);
  return { firstName, lastName: rest.join(" ") };
}
