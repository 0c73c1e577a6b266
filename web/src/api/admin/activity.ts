import { answerWithHeaders, answerWithPage, api, type bearer, type Page } from "../client";
import { asAdmin } from "./as-admin";

export interface TrailFilter {
  userId?: string;
  /** An operation's name. */
  action?: string;
}

const ask =
  (filter: TrailFilter, pageToken: string | undefined) => (as: ReturnType<typeof bearer>) =>
    answerWithHeaders(
      api.activity.$get(
        { query: { ...filter, limit: "25", ...(pageToken !== undefined && { pageToken }) } },
        as,
      ),
    );

/** An entry of the trail. */
export type TrailEntry = Awaited<ReturnType<ReturnType<typeof ask>>>["body"][number];

/** Reads what happened, newest first. */
export function trail(filter: TrailFilter, pageToken?: string): Promise<Page<TrailEntry>> {
  return answerWithPage(asAdmin(ask(filter, pageToken)));
}
