/** The names of a user. Empty where nobody gave any. */
export interface Names {
  firstName: string;
  lastName: string;
}

/** Makes names from elsewhere fit the rule for names: no control characters, at most 100 characters. */
export function fitNames({ firstName, lastName }: Names): Names {
  const fit = (text: string) =>
    text
      .replace(/\p{Cc}+/gu, " ")
      .trim()
      .slice(0, 100);
  return { firstName: fit(firstName), lastName: fit(lastName) };
}

/** Splits a display name at its first space, for want of a better rule. */
export function splitName(displayName: string): Names {
  const [firstName = "", ...rest] = displayName.trim().split(/\s+/);
  return { firstName, lastName: rest.join(" ") };
}
