import type { TrailEntry } from "../../api/admin/activity";

const columns = [
  "at",
  "action",
  "outcome",
  "code",
  "userId",
  "by",
  "device",
  "place",
  "count",
  "reason",
] as const;

/** Writes entries of the trail as CSV, with a header. */
export function trailCsv(entries: readonly TrailEntry[]): string {
  const lines = entries.map((entry) => columns.map((name) => cell(entry[name])));
  return [columns, ...lines].map((each) => `${each.join(",")}\r\n`).join("");
}

/** Spreadsheets run what begins like a formula; behind an apostrophe it is text. */
function cell(value: string | number | null | undefined): string {
  const text = String(value ?? "");
  const harmless = /^\s*[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
