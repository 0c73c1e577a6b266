import { answer, api, type bearer } from "./client";
import { authorized } from "./session";

const askForSessions = (as: ReturnType<typeof bearer>) => answer(api.me.sessions.$get({}, as));

/** A session of one's own. */
export type MySession = Awaited<ReturnType<typeof askForSessions>>[number];

/** Where somebody is signed in, newest first. */
export function mySessions(): Promise<MySession[]> {
  return authorized(askForSessions);
}

export async function endSession(sessionId: string): Promise<void> {
  const param = { sessionId };
  await authorized((as) => answer(api.me.sessions[":sessionId"].$delete({ param }, as)));
}

/** Ends all that are listed but this one. */
export async function endOtherSessions(): Promise<void> {
  await authorized((as) => answer(api.me.sessions.$delete({}, as)));
}
