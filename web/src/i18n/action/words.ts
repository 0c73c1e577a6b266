import { wordsOf } from "../words";
import type { ActionCatalogue } from "./en";

/** What the pages that mailed links lead to say, in the page's language. */
export const actionWords = wordsOf<ActionCatalogue>({
  en: async () => (await import("./en")).en,
  fr: async () => (await import("./fr")).fr,
  es: async () => (await import("./es")).es,
  de: async () => (await import("./de")).de,
  ar: async () => (await import("./ar")).ar,
});
