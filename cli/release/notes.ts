import { Refusal } from "../command";

/**
 * Takes what a changelog says of one version.
 *
 * @throws {Refusal} Where it says nothing.
 */
export function notesOf(changelog: string, version: string): string {
  const [, ...parts] = changelog.split(/^## /m);
  const part = parts.find((each) => each.split("\n", 1)[0]?.trim() === version);
  if (part === undefined) throw new Refusal(`CHANGELOG.md says nothing of ${version}.`);
  return part.slice(part.indexOf("\n")).trim();
}
