import { answerWithHeaders, answerWithPage, api, type bearer, type Page } from "../client";
import { asAdmin } from "./as-admin";

export interface TrailFilter {
  userId?: string;
  /** An operation's name. */
  action?: string;
}

const ask =
  (filter: TrailFilter, pageToken: string | undefined, limit: number) =>
  (as: ReturnType<typeof bearer>) =>
    answerWithHeaders(
      api.activity.$get(
        {
          query: { ...filter, limit: String(limit), ...(pageToken !== undefined && { pageToken }) },
        },
        as,
      ),
    );

/** An entry of the trail. */
export type TrailEntry = Awaited<ReturnType<ReturnType<typeof ask>>>["body"][number];

/** Reads what happened, newest first. */
export function trail(filter: TrailFilter, pageToken?: string): Promise<Page<TrailEntry>> {
  return answerWithPage(asAdmin(ask(filter, pageToken, 25)));
}

/** Reads all that happened, newest first, but no more than this many entries. */
export async function wholeTrail(filter: TrailFilter, most: number): Promise<TrailEntry[]> {
  const entries: TrailEntry[] = [];
  let next: string | undefined;
  do {
    const page = await answerWithPage(asAdmin(ask(filter, next, 100)));
    entries.push(...page.items);
    next = page.next;
  } while (next !== undefined && entries.length < most);
  return entries.slice(0, most);
}
