import type { Ports } from "../ports";

/** How many sessions of an account are remembered that were ended one by one. */
const endedSessionsKept = 50;

/**
 * Ends one session, by the second (since 1970) in which it began: its access tokens are refused, and so are
 * renewals. None is ever forgotten: when the list is full, all sessions as old as its oldest end.
 */
export async function endOneSession(
  uid: string,
  authTime: number,
  { records, live }: Pick<Ports, "records" | "live">,
): Promise<void> {
  await records.transact([uid], ({ state }) => {
    const ended = [...new Set(state?.endedSessions).add(authTime)].sort((a, b) => a - b);
    const endedSessions = ended.slice(-endedSessionsKept);
    const dropped = ended.at(-endedSessionsKept - 1);
    return {
      result: undefined,
      state: { endedSessions, ...(dropped !== undefined && { validAfter: dropped }) },
    };
  });
  await live.read(uid);
}
