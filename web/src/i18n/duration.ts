import { locale, words } from "./words";

/** "40 seconds" or "2 minutes", in the page's language. */
export function duration(seconds: number): string {
  const [value, unit] =
    seconds < 100 ? [Math.ceil(seconds), "second"] : [Math.ceil(seconds / 60), "minute"];
  return new Intl.NumberFormat(locale, { style: "unit", unit, unitDisplay: "long" }).format(value);
}

/** Says when to try again. */
export function retryIn(seconds: number): string {
  return words.retryIn.replace("{}", duration(seconds));
}
