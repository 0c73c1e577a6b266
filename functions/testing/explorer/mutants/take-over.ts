import type { Mutant } from "./mutate";

/** Rules of accounts whose address a stranger registered before its owner proved it. */
export const takeOver: readonly Mutant[] = [
  {
    rule: "what a stranger left in an account goes with the address",
    story: ["prove", "squatter"],
    edits: [
      {
        file: "accounts/leave-only.ts",
        without: "await removeOthers(before, kept, ports);",
        instead: "void before;",
      },
      {
        file: "accounts/leave-only.ts",
        without: "othersOf(account, kept).length > 0; round",
        instead: "round < 1; round",
      },
    ],
  },
  {
    rule: "ways in that are added meanwhile go too",
    story: ["prove", "squatter"],
    edits: [
      {
        file: "accounts/leave-only.ts",
        without: "othersOf(account, kept).length > 0; round",
        instead: "round < 1; round",
      },
    ],
  },
  {
    rule: "that an address may be proved is written down before",
    story: ["prove", "squatter"],
    edits: [
      {
        file: "accounts/take-over.ts",
        without: "await records.transact([uid], () => ({ result: undefined, state: { mark } }));",
        instead: "void [records, mark];",
      },
    ],
  },
];
