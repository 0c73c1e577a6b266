import type { Mutant } from "./mutate";

const protocol = (name: string) => `accounts/protocol/${name}.ts`;

/** Rules of changes by us. */
export const changes: readonly Mutant[] = [
  {
    rule: "a mark is cleared by its own change alone",
    story: ["demote", "promote"],
    edits: [
      {
        file: protocol("change"),
        without: "state: { generation, unmark: [id] }",
        instead: "state: { generation, unmark: Object.keys(record.state?.marks ?? {}) }",
      },
    ],
  },
  {
    rule: "the guard is asked again in the transaction",
    story: ["demoteBoss", "demoteRoot"],
    edits: [
      {
        file: protocol("change"),
        without: "await actor?.recheck(of(actor.uid));",
        instead: "",
      },
    ],
  },
  {
    rule: "the guard is asked again where an account is made",
    story: ["register", "demoteBoss"],
    edits: [
      {
        file: protocol("creation"),
        without: "const refused = await refusalOf(async () => actor?.recheck(of(actor.uid)));",
        instead: "const refused = await refusalOf(async () => void of);",
      },
    ],
  },
  {
    rule: "an Admin who can act remains, by the transaction that takes one away",
    story: ["demote", "rootStepsDown", "bossStepsDown"],
    edits: [
      {
        file: protocol("change"),
        without: "const remains = known?.some((admin) => staysActing(of(admin), readAt));",
        instead: "const remains = (known?.length ?? 0) > 0;",
      },
    ],
  },
  {
    rule: "the revoked second is the greatest of the clocks",
    story: ["thief", "revokeSelf"],
    edits: [
      {
        file: protocol("change"),
        without: "if (revokedThrough > intent.revokedThrough) {",
        instead: "if (false) {",
      },
    ],
  },
  {
    rule: "`validSince` is one second after the revoked one",
    story: ["thief", "revokeSelf"],
    edits: [
      {
        file: protocol("intent"),
        without: "const validSince = revokedThrough + 1;",
        instead: "const validSince = revokedThrough;",
      },
    ],
  },
  {
    rule: "other people's claims stay",
    story: ["demote", "sweep"],
    edits: [
      {
        file: protocol("intent"),
        without: "return role === null ? others : { ...others, role };",
        instead: "return { role };",
      },
    ],
  },
  {
    rule: "a change brings the fields of its own mark alone",
    story: ["reset", "enable", "disable"],
    firstSeed: 7701,
    edits: [
      {
        file: protocol("converge"),
        without: "missing(intent, account, marked)",
        instead:
          "missing(intent, account, new Set([...Object.values(record.state?.marks ?? {}).flatMap((mark) => mark.fields), ...fields]))",
      },
    ],
  },
  {
    rule: "where Firebase does not take a time to come, it is asked again in the next second",
    story: ["thief", "revokeSelf"],
    edits: [
      {
        file: protocol("converge"),
        without: "await clock.pass(seen.intent.revokedThrough, account.asOf);",
        instead: "return { ...seen, account, seenAt };",
      },
    ],
  },
  {
    rule: "the revoked second of a credential change is that of its end",
    story: ["reset", "thief"],
    edits: [
      { file: protocol("credentials"), without: 'validAfter: "now", ', instead: "" },
      {
        file: protocol("credentials"),
        without: "const state: StateWrite = { mark: { id, fields, closes: true } };",
        instead: `const mark = { id, fields, closes: true } as const;
          const state: StateWrite = { mark, validAfter: "now" };`,
      },
      {
        file: protocol("credentials"),
        without: "finish(uid, marked, ports, true)",
        instead: "finish(uid, marked, ports)",
      },
    ],
  },
  {
    rule: "a foreign mark stays for a day",
    story: ["enable", "disable", "sweep"],
    edits: [
      {
        file: protocol("sweep"),
        without: "const foreignMilliseconds = 24 * 60 * minute;",
        instead: "const foreignMilliseconds = 2 * minute;",
      },
    ],
  },
  {
    rule: "the sweeper brings in line what did not finish",
    story: ["disable", "sweep"],
    edits: [
      {
        file: protocol("sweep"),
        without: "const fields = [...markedFields(state)];",
        instead: "const fields: never[] = []; void state; void markedFields;",
      },
    ],
  },
  {
    rule: "the sweeper writes under a mark of its own",
    story: ["enable", "disable", "sweep"],
    firstSeed: 5001,
    edits: [
      {
        file: protocol("sweep"),
        without: "const looked = await look(uid, fields, ports);",
        instead: "if (ports) return converge(uid, fields, ports.clock.now(), ports);",
      },
      {
        file: protocol("sweep"),
        without: "import { type Converged, look } from",
        instead: "import { converge, type Converged, look } from",
      },
    ],
  },
  {
    rule: "nobody rolls back what others may have written since",
    story: ["promote", "demote", "sweep"],
    edits: [
      {
        file: protocol("change"),
        without: 'finish(uid, marked, ports, marked.fields.includes("sessions")),',
        instead: `finish(uid, marked, ports).catch(async (error: unknown) => {
            const before = { update: { role: "Admin" } };
            await ports.records.transact([uid], () => ({ result: undefined, user: before }));
            throw error;
          }),`,
      },
    ],
  },
  {
    rule: "an Admin whose address is being changed is none who remains",
    story: ["moveBoss", "moveRoot"],
    edits: [
      {
        file: protocol("credentials"),
        without:
          "const remains = otherAdmins?.uids.some((admin) => staysActing(of(admin), readAt)) ?? true;",
        instead: "const remains = (otherAdmins?.uids.length ?? 1) > 0;",
      },
    ],
  },
];
