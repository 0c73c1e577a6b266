import { answer, api, type bearer } from "../client";
import { asAdmin } from "./as-admin";

const ask = (userId: string) => (as: ReturnType<typeof bearer>) =>
  answer(api.users[":userId"].sessions.$get({ param: { userId } }, as));

/** A session of somebody else. */
export type ManagedSession = Awaited<ReturnType<ReturnType<typeof ask>>>[number];

export function sessionsOf(userId: string): Promise<ManagedSession[]> {
  return asAdmin(ask(userId));
}

export async function endSessionOf(userId: string, sessionId: string): Promise<void> {
  const param = { userId, sessionId };
  await asAdmin((as) => answer(api.users[":userId"].sessions[":sessionId"].$delete({ param }, as)));
}
