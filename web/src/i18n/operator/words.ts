import { wordsOf } from "../words";
import type { OperatorCatalogue } from "./en";

/** What the administration says of the system and its emails, in the page's language. */
export const operatorWords = wordsOf<OperatorCatalogue>({
  en: async () => (await import("./en")).en,
  fr: async () => (await import("./fr")).fr,
  es: async () => (await import("./es")).es,
  de: async () => (await import("./de")).de,
  ar: async () => (await import("./ar")).ar,
});
