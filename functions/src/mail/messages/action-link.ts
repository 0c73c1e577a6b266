import type { Language } from "./languages";

/**
 * Turns a link from Firebase into one to our own page, with nothing but its code: the page decides where to continue
 * (`continueUrl`) and needs no API key.
 *
 * @throws {TypeError} When it has no code. The message does not contain the link.
 */
export function actionLink(firebaseLink: string, actionUrl: string, locale: Language): string {
  // Not `new URL` alone, whose error contains the link.
  const made = URL.canParse(firebaseLink) ? new URL(firebaseLink).searchParams : undefined;
  const [mode, oobCode] = [made?.get("mode"), made?.get("oobCode")];
  if (!mode || !oobCode) throw new TypeError("Firebase made a link without a code.");
  return linkTo(actionUrl, { mode, oobCode }, locale);
}

/** Makes a link to our own page. */
export function linkTo(
  actionUrl: string,
  { mode, oobCode }: { mode: string; oobCode: string },
  locale: Language,
): string {
  const link = new URL(actionUrl);
  for (const [name, value] of Object.entries({ mode, oobCode, lang: locale })) {
    link.searchParams.set(name, value);
  }
  return link.href;
}

/** The code in a link to our own page. */
export const codeIn = (link: string): string => new URL(link).searchParams.get("oobCode") ?? "";
