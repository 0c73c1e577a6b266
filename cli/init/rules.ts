import type { Collections } from "../../functions/src/database/collections";
import { Refusal } from "../command";
import type { Merged } from "./merge";
import { documentsBlock, withoutComments } from "./rules-syntax";

/** What stands around our rules. Each instance of a function kit has rules of its own. */
function marksOf(instance?: string): { begin: string; end: string } {
  const [name, option] =
    instance === undefined ? ["", ""] : [` ${instance}`, ` --codebase ${instance}`];
  const command = `npx firebase-auth-backend init${option}`;
  return {
    begin: `// firebase-auth-backend: begin${name}. \`${command}\` writes what stands here.`,
    end: `// firebase-auth-backend: end${name}`,
  };
}

type Marks = ReturnType<typeof marksOf>;

/** Rules that allow nothing. */
const empty = `rules_version = '2';

service cloud.firestore {
  match /databases/{database}/documents {
  }
}
`;

/** Whether a line is a mark; what follows its first sentence may be what an earlier version wrote. */
const isMark = (line: string, mark: string) => line.trim().split(".")[0] === mark.split(".")[0];

/**
 * Puts our rules between marks at the top of a team's own block for documents; rules have no import. Functions of ours
 * whose name is taken there get another one. Everything else stays as it is.
 *
 * @param names - what our collections are called there.
 * @param instance - that of a function kit whose rules they are.
 * @throws {Refusal} Where their rules can't be understood, or a wildcard of theirs would open our collections.
 */
export function mergeRules(
  theirs: string,
  ours: string,
  names: Collections,
  instance?: string,
): Merged {
  const marks = marksOf(instance);
  const { rest, at } = theirs.trim() === "" ? { rest: empty } : withoutMarked(theirs, marks);
  const block = documentsBlock(rest);
  if (!block) throw new Refusal("There is no block `match /databases/{database}/documents { … }`.");
  const code = withoutComments(rest);
  refuseWildcards(code.slice(block.start, block.end), names);

  const newName = (name: string) =>
    ["authBackend", ...(instance?.split("-") ?? []), name].join("_");
  const taken = new Set([...code.matchAll(/\bfunction\s+(\w+)/g)].map(([, name = ""]) => name));
  const { renamed, body } = rename(bodyOf(ours), taken, newName);
  const lines = [
    ...["", `    ${marks.begin}`],
    ...body.replaceAll("$(database)", `$(${block.database})`).split("\n"),
    `    ${marks.end}`,
  ];
  const notes = renamed.map(
    (name) => `Your rules have a function ${name}; ours is called ${newName(name)} there.`,
  );
  if (new RegExp(`\\bmatch\\s+/${names.users}/\\{`).test(code)) {
    notes.push(
      `Your rules have a block for ${names.users}/{…} of your own: what it allows stays allowed.`,
    );
  }
  const isInside = at !== undefined && at >= block.start && at <= block.end;
  const place = isInside ? at : block.start;
  const text = rest.slice(0, place) + lines.join("\n") + rest.slice(place);
  return { text, notes };
}

/** What stands in our own block for documents. */
function bodyOf(ours: string): string {
  const block = documentsBlock(ours);
  if (!block) throw new Error("Our own rules have no block for documents.");
  return ours.slice(block.start, block.end).replace(/^\n+/, "").trimEnd();
}

/** A rules file without what an earlier run has put into it, and where that stood. */
function withoutMarked(theirs: string, marks: Marks): { rest: string; at?: number } {
  const lines = theirs.split("\n");
  const begin = lines.findIndex((line) => isMark(line, marks.begin));
  const end = lines.findIndex((line) => isMark(line, marks.end));
  if (begin === -1 && end === -1) return { rest: theirs };
  if (begin === -1 || end < begin) {
    throw new Refusal(
      "One of the two marks `// firebase-auth-backend: begin` and `end` is missing.",
    );
  }
  lines.splice(begin, end - begin + 1);
  return { rest: lines.join("\n"), at: lines.slice(0, begin).join("\n").length };
}

function rename(
  body: string,
  taken: ReadonlySet<string>,
  newName: (name: string) => string,
): { renamed: string[]; body: string } {
  const own = [...body.matchAll(/\bfunction\s+(\w+)/g)].map(([, name = ""]) => name);
  const renamed = own.filter((name) => taken.has(name));
  return {
    renamed,
    body: renamed.reduce(
      (text, name) => text.replace(new RegExp(`\\b${name}(?=\\()`, "g"), newName(name)),
      body,
    ),
  };
}

/** What one rule allows, no other one can forbid: a wildcard at the root opens our collections, too. */
function refuseWildcards(code: string, { sessions: _, ...names }: Collections): void {
  for (const { 0: whole, index } of code.matchAll(/\bmatch\s+\/\{\w+=\*\*\}\s*\{([^{}]*)\}/g)) {
    const allowed = [...whole.matchAll(/\ballow\b([^;]*)/g)].map(([, rule = ""]) => rule);
    if (allowed.every((rule) => /:\s*if\s+false\s*$/.test(rule))) continue;
    if (code.slice(0, index).split("{").length !== code.slice(0, index).split("}").length) continue;
    throw new Refusal(
      `Your rules allow access to every document (${whole.split("\n")[0]} …), and so to sessions, mails and counters of this project. ` +
        `Exclude them: match /{collection}/{document=**} with !(collection in [${Object.values(
          names,
        )
          .map((name) => `'${name}'`)
          .join(", ")}]).`,
    );
  }
}
