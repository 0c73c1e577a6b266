import { answerWithHeaders, answerWithPage, api, type bearer, type Page } from "./client";
import { authorized } from "./session";

const askForActivity = (pageToken?: string) => (as: ReturnType<typeof bearer>) =>
  answerWithHeaders(
    api.me.activity.$get({ query: { limit: "20", ...(pageToken && { pageToken }) } }, as),
  );

/** An entry of one's own trail. */
export type MyActivity = Awaited<ReturnType<ReturnType<typeof askForActivity>>>["body"][number];

/** Reads what happened in one's account, newest first. */
export function myActivity(pageToken?: string): Promise<Page<MyActivity>> {
  return answerWithPage(authorized(askForActivity(pageToken)));
}
