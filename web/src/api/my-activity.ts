import { answerWithHeaders, api, type bearer, nextPageOf } from "./client";
import { authorized } from "./session";

const askForActivity = (pageToken?: string) => (as: ReturnType<typeof bearer>) =>
  answerWithHeaders(
    api.me.activity.$get({ query: { limit: "20", ...(pageToken && { pageToken }) } }, as),
  );

/** An entry of one's own trail. */
export type MyActivity = Awaited<ReturnType<ReturnType<typeof askForActivity>>>["body"][number];

export interface ActivityPage {
  entries: MyActivity[];
  /** Asks for what is older; `undefined` when nothing is. */
  nextPageToken: string | undefined;
}

/** Reads what happened in one's account, newest first. */
export async function myActivity(pageToken?: string): Promise<ActivityPage> {
  const { body, headers } = await authorized(askForActivity(pageToken));
  return { entries: body, nextPageToken: nextPageOf(headers) };
}
