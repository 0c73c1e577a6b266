import type { Merged } from "./merge";

/** One parameter of `.env.example`: what is said of it, and its line. */
const entry = /((?:^#.*\n)+)^(\w+)=(.*)$/gm;

/**
 * Adds the parameters that must be set, each as a comment to fill in, to a team's `.env`. One that is named there already,
 * be it in a comment, stays as it is.
 */
export function mergeParameters(theirs: string, example: string): Merged {
  const missing = [...example.matchAll(entry)]
    .map(([, comment = "", name = "", value = ""]) => ({ comment, name, value }))
    .filter(({ comment }) => comment.includes("Must be set."))
    .filter(({ name }) => !new RegExp(`^\\s*(#\\s*)?(export\\s+)?${name}\\s*=`, "m").test(theirs));
  if (missing.length === 0) return { text: theirs, notes: [] };
  const before = theirs === "" || theirs.endsWith("\n") ? theirs : `${theirs}\n`;
  const added = missing.map(({ comment, name, value }) => `\n${comment}# ${name}=${value}\n`);
  return { text: before + added.join("").replace(/^\n/, theirs === "" ? "" : "\n"), notes: [] };
}
