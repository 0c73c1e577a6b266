import { wordsOf } from "../words";
import type { AdminCatalogue } from "./en";

/** What the administration says, in the page's language. */
export const adminWords = wordsOf<AdminCatalogue>({
  en: async () => (await import("./en")).en,
  fr: async () => (await import("./fr")).fr,
  es: async () => (await import("./es")).es,
  de: async () => (await import("./de")).de,
  ar: async () => (await import("./ar")).ar,
});
