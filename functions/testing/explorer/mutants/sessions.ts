import type { Mutant } from "./mutate";

/** Rules of sessions that end by themselves, and of the guards that hear of it. */
export const sessions: readonly Mutant[] = [
  {
    rule: "sessions that ended are added to those that ended before",
    story: ["endOne", "endOne"],
    edits: [
      {
        file: "accounts/sessions/end-sessions.ts",
        without: "const ended = withEnded(state, seconds, readAt);",
        instead: "const ended = withEnded(state && undefined, seconds, readAt);",
      },
    ],
  },
  {
    rule: "an ended session is refused for as long as an access token of it may be in date",
    story: ["endOne", "endOne"],
    edits: [
      {
        file: "accounts/sessions/ended-seconds.ts",
        without: "export const accessTokenMilliseconds = 65 * 60_000;",
        instead: "export const accessTokenMilliseconds = 1_000;",
      },
    ],
  },
  {
    rule: "where more sessions ended than are remembered, all as old as the oldest end",
    story: ["endCrowd", "visit"],
    edits: [
      {
        file: "accounts/sessions/ended-seconds.ts",
        without: "...(dropped && { validAfter: dropped[0] }),",
        instead: "...(dropped && {}),",
      },
    ],
  },
  {
    rule: "counts of what changed overlap",
    story: ["endOne", "door"],
    firstSeed: 2501,
    edits: [
      {
        file: "access/live/live-state.ts",
        without: "const defaultOverlapMilliseconds = 5 * minute;",
        instead: "const defaultOverlapMilliseconds = 0 * minute;",
      },
    ],
  },
  {
    rule: "roles come from the document, whatever a token claims",
    story: ["thief", "demote", "door"],
    edits: [
      {
        file: "access/claimed-roles.ts",
        without:
          "if (token.role === null || token.role === documents.defaultRole) return token.role;",
        instead: "if (token.role !== undefined) return token.role;",
      },
    ],
  },
  {
    rule: "while an entry of the live state exists, it decides",
    story: ["thief", "revokeSelf", "door"],
    edits: [
      {
        file: "access/access.ts",
        without: "if (state.validAfter !== null && authTime <= state.validAfter)",
        instead: "if (state.validAfter !== null && authTime < 0)",
      },
    ],
  },
  {
    rule: "a token that expired while the state was asked for is refused: the state may be gone as well",
    story: ["door", "endOne", "hourPasses"],
    edits: [
      {
        file: "access/access.ts",
        without: "if (hasExpired(verified.expiresAt, now)) throw expired();",
        instead: "void hasExpired;",
      },
    ],
  },
];
