/** Stands in the built pages of a new project for the app's name; its first character for the name's. */
export const placeholder = "\uE000\uE001";

/** Puts the name into a page or a script. */
export function putName(text: string, name: string, isPage: boolean): string {
  const escaped = isPage ? inPage : inScript;
  return text
    .replaceAll(placeholder, () => escaped(name))
    .replaceAll("\uE000", () => escaped(firstOf(name)));
}

const firstOf = (name: string) => String.fromCodePoint(name.codePointAt(0) ?? 0x20);

const inPage = (text: string) => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** Whatever the quotes are that it stands in. */
const inScript = (text: string) =>
  text.replace(
    /[\\"'`$<\u2028\u2029]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
