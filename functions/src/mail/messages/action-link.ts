import type { Locale } from "./languages";

/**
 * Leads a link that Firebase made to our own page, with nothing but its code: where else it would lead
 * (`continueUrl`), and the API key, are the page's own affair.
 *
 * @throws {TypeError} When there is no code in it; it does not hold the link.
 */
export function actionLink(firebaseLink: string, actionUrl: string, locale: Locale): string {
  // Not by `new URL` alone, whose error holds what it could not read.
  const made = URL.canParse(firebaseLink) ? new URL(firebaseLink).searchParams : undefined;
  const [mode, oobCode] = [made?.get("mode"), made?.get("oobCode")];
  if (!mode || !oobCode) throw new TypeError("Firebase made a link without a code.");
  const link = new URL(actionUrl);
  for (const [name, value] of Object.entries({ mode, oobCode, lang: locale })) {
    link.searchParams.set(name, value);
  }
  return link.href;
}
