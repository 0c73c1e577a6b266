import type { Locale } from "../languages";
import { ar } from "./ar";
import { de } from "./de";
import { en } from "./en";
import { es } from "./es";
import { fr } from "./fr";
import type { Messages } from "./messages";

/** The texts of all mails. */
export const messages: Readonly<Record<Locale, Messages>> = { en, fr, es, de, ar };
