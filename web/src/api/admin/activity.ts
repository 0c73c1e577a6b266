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

/** Reads what happened, newest first. By default 25 entries. */
export function trail(
  filter: TrailFilter,
  { pageToken, limit = 25 }: { pageToken?: string | undefined; limit?: number } = {},
): Promise<Page<TrailEntry>> {
  return answerWithPage(asAdmin(ask(filter, pageToken, limit)));
}

/** A long part of the trail. */
export interface LongPart {
  entries: TrailEntry[];
  /** Where it goes on; `undefined` at the end. */
  next: string | undefined;
}

/** Reads so many entries, newest first, in pages of a hundred. @param from - where an earlier part said that it goes on. */
export async function trailFrom(
  filter: TrailFilter,
  from: string | undefined,
  most: number,
): Promise<LongPart> {
  const entries: TrailEntry[] = [];
  let next = from;
  do {
    const page = await answerWithPage(asAdmin(ask(filter, next, 100)));
    entries.push(...page.items);
    next = page.next;
  } while (next !== undefined && entries.length < most);
  return { entries, next };
}
