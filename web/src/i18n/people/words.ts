import { wordsOf } from "../words";
import type { PeopleCatalogue } from "./en";

/** What the administration says of users, in the page's language. */
export const peopleWords = wordsOf<PeopleCatalogue>({
  en: async () => (await import("./en")).en,
  fr: async () => (await import("./fr")).fr,
  es: async () => (await import("./es")).es,
  de: async () => (await import("./de")).de,
  ar: async () => (await import("./ar")).ar,
});
