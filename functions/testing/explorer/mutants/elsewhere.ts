import type { Mutant } from "./mutate";

const protocol = (name: string) => `accounts/protocol/${name}.ts`;

/** Rules about what others do, and about accounts that come and go. */
export const elsewhere: readonly Mutant[] = [
  {
    rule: "what is opened elsewhere is adopted only where it was closed elsewhere",
    story: ["disable", "enableElsewhere", "visit"],
    edits: [
      {
        file: protocol("drift"),
        without: "if (!disabled && user.disabled && state?.disabledElsewhere) {",
        instead: "if (!disabled && user.disabled) {",
      },
    ],
  },
  {
    rule: "an event of a deletion is about an account that is gone, and about no later one",
    story: ["remake", "visit"],
    edits: [
      {
        file: protocol("deletion"),
        without: "if (await accounts.find(uid)) return;",
        instead: "void accounts;",
      },
      {
        file: protocol("deletion"),
        without: "Math.floor((state?.generation ?? 0) / 1000) > createdAt",
        instead: "createdAt < 0",
      },
    ],
  },
  {
    rule: "an account that appears under the uid of one that is gone is another one",
    story: ["register", "sweepNewcomer"],
    edits: [
      {
        file: protocol("drift"),
        without: "return state?.generation !== undefined && createdAt > state.generation;",
        instead: "return state?.generation !== undefined && createdAt < state.generation;",
      },
    ],
  },
  {
    rule: "documents of an account that was never made go",
    story: ["register", "sweepNewcomer"],
    edits: [
      {
        file: protocol("sweep"),
        without: "...(!isAnother && gone(record, old))",
        instead: "...(isAnother && gone(record, old))",
      },
    ],
  },
  {
    rule: "who found no account takes nothing from one that others have found since",
    story: ["demote", "remake", "disable"],
    firstSeed: 9301,
    edits: [
      {
        file: protocol("change"),
        without: "if (!account && record.state?.generation !== seen) return { result: false };",
        instead: "void seen;",
      },
    ],
  },
];
