import { wordsOf } from "../words";
import type { AccountCatalogue } from "./en";

/** What the account page says, in the page's language. */
export const accountWords = wordsOf<AccountCatalogue>({
  en: async () => (await import("./en")).en,
  fr: async () => (await import("./fr")).fr,
  es: async () => (await import("./es")).es,
  de: async () => (await import("./de")).de,
  ar: async () => (await import("./ar")).ar,
});
