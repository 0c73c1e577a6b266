import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const root = join(__dirname, "../../..");
const folder = join(root, ".github/workflows");
const workflows = readdirSync(folder).map((name) => [
  name,
  readFileSync(join(folder, name), "utf8"),
]);
const { scripts } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as {
  scripts: Record<string, string>;
};
const all = (text: string, pattern: RegExp) =>
  [...text.matchAll(pattern)].map(([, found = ""]) => found);

describe.each(workflows)("%s", (_name, text = "") => {
  test("uses actions by their digest alone, which nobody can move", () => {
    const actions = all(text, /uses: (.*)/g);
    expect(actions).not.toEqual([]);
    expect(actions.filter((action) => !/@[0-9a-f]{40} # v/.test(action))).toEqual([]);
  });

  test("may read and no more, unless a job says so", () => {
    expect(text).toMatch(/^permissions:\n {2}contents: read\n\n/m);
  });

  test("runs what a shell understands, and scripts that there are", () => {
    const commands = all(text, /run: (.*)/g);
    expect(commands).not.toEqual([]);
    for (const command of commands) execFileSync("bash", ["-n", "-c", command]);
    const named = commands.flatMap((command) => all(command, /npm run (?:--silent )?([\w:-]+)/g));
    expect(named.filter((name) => !(name in scripts))).toEqual([]);
  });
});

test("a release publishes files, which npm takes for a repository of GitHub without a dot in front", () => {
  const [, release = ""] = workflows.find(([name]) => name === "release.yml") ?? [];
  expect(release).toMatch(
    /for package in \.\/packages\/\*\.tgz; do npm publish "\$package" .*--provenance/,
  );
});
