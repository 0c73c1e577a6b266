import type { Problem } from "../api/problem";
import { element, type Child } from "../ui/element";
import { retryIn } from "./duration";
import { words } from "./words";

/** Says in the page's language why something did not work. */
export function explain({ code, details: { retryAfterSeconds, requestId } }: Problem): Child[] {
  const why = words.problems[code];
  if (retryAfterSeconds !== undefined) return [`${why} ${retryIn(retryAfterSeconds)}`];
  if (code !== "internal" || requestId === undefined) return [why];
  return [why, element("small", {}, words.requestId, " ", element("code", {}, requestId))];
}
