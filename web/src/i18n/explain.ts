import type { Problem } from "../api/problem";
import { words } from "./words";

/** Says in the page's language why something did not work. */
export function explain({ code, retryAfterSeconds }: Problem): string {
  const why = words.problems[code];
  if (retryAfterSeconds === undefined) return why;
  return `${why} ${words.retryIn(Math.ceil(retryAfterSeconds / 60))}`;
}
