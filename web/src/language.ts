/** The language that the address asks for; it goes along to the project's other pages. */
export const askedLanguage = new URLSearchParams(location.search).get("lang");

/** The address of the page to sign in, or of one of its views. */
export function signInPage(view: "" | "#forgot" = ""): string {
  const query = askedLanguage === null ? "" : `?lang=${encodeURIComponent(askedLanguage)}`;
  return `/${query}${view}`;
}
