import { element } from "../ui/element";
import { locale } from "./words";

/** Each unit, with how many seconds it has. */
const units = [
  ["year", 31_557_600],
  ["month", 2_629_800],
  ["week", 604_800],
  ["day", 86_400],
  ["hour", 3_600],
  ["minute", 60],
] as const;

/** "2 hours ago", and "now" for less than a minute; the exact time shows when one points at it. */
export function ago(iso: string): HTMLTimeElement {
  const seconds = Math.max(0, Date.now() - Date.parse(iso)) / 1000;
  const [unit, size] = units.find((each) => seconds >= each[1]) ?? ["second", Infinity];
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: "auto" });
  return time(iso, relative.format(-Math.floor(seconds / size), unit));
}

/** "2 January 2026", as the language says it. */
export function day(iso: string): HTMLTimeElement {
  return time(iso, new Intl.DateTimeFormat(locale, { dateStyle: "long" }).format(new Date(iso)));
}

function time(iso: string, text: string): HTMLTimeElement {
  const exact = new Intl.DateTimeFormat(locale, { dateStyle: "full", timeStyle: "medium" });
  return element("time", { datetime: iso, title: exact.format(new Date(iso)) }, text);
}
