import { readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { compileFunction } from "node:vm";
import { build } from "esbuild";
import type * as explore from "./explore";
import type { PartName } from "./scenarios";

const source = join(__dirname, "../../src");

/** One rule taken out of the protocol: a piece of its source, and what stands there instead. */
export interface Mutant {
  readonly rule: string;
  readonly edits: readonly Edit[];
  /** The story in which it shows, so that it is found soon. */
  readonly story: readonly PartName[];
}

/** A piece of source that stands there once, and what stands there instead. */
export interface Edit {
  readonly file: string;
  readonly without: string;
  readonly instead: string;
}

const protocol = (name: string) => `accounts/protocol/${name}.ts`;

export const mutants: readonly Mutant[] = [
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
        without: 'if (by !== "server") await by.recheck(of(by.uid));',
        instead: "",
      },
    ],
  },
  {
    rule: "an Admin who can act remains, by the transaction that takes one away",
    story: ["demote", "rootStepsDown", "bossStepsDown"],
    edits: [
      {
        file: protocol("change"),
        without: "const remains = admins?.some((admin) => staysActing(of(admin), readAt));",
        instead: "const remains = (admins?.length ?? 0) > 0;",
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
    edits: [
      {
        file: protocol("bring-in-line"),
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
        file: protocol("bring-in-line"),
        without: "await clock.pass(intent.revokedThrough, account.asOf);",
        instead: "return { intent, account, seenAt };",
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
        without: "state: { mark: { id, fields, closes: true } }",
        instead: 'state: { mark: { id, fields, closes: true }, validAfter: "now" }',
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
];

/** Builds the explorer over sources of which one rule is taken out, or none, and loads it. */
export async function explorerOver({ edits }: Pick<Mutant, "edits">): Promise<Explorer> {
  const missing = new Set(edits);
  const { outputFiles } = await build({
    entryPoints: [join(__dirname, "explore.ts")],
    bundle: true,
    format: "cjs",
    platform: "node",
    packages: "external",
    write: false,
    plugins: [
      {
        name: "mutate",
        setup({ onLoad }) {
          onLoad({ filter: /\.ts$/ }, ({ path }) => {
            const here = edits.filter(({ file }) => file === relative(source, path));
            if (here.length === 0) return undefined;
            let contents = readFileSync(path, "utf8");
            for (const edit of here) {
              if (contents.split(edit.without).length === 2) missing.delete(edit);
              contents = contents.replace(edit.without, edit.instead);
            }
            return { contents, loader: "ts" };
          });
        },
      },
    ],
  });
  for (const { file, without } of missing) {
    throw new Error(`Does not stand in ${file} once: ${without}`);
  }
  const module = { exports: {} };
  const names = ["module", "exports", "require"];
  const load = compileFunction(outputFiles[0]!.text, names) as (...values: unknown[]) => void;
  load(module, module.exports, require);
  return module.exports as Explorer;
}

type Explorer = typeof explore;
