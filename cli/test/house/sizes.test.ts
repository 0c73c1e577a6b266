import { readdirSync, readFileSync, type Dirent } from "node:fs";
import { join, relative } from "node:path";

const root = join(__dirname, "../../..");
const houses = ["functions", "web", "cli", "local", "bench", "e2e"];
const built = new Set(["node_modules", "lib", "dist", "results"]);

/** Half of all files fit on one screen; beyond this, a file does two things. */
const mostLines = 200;
const mostFiles = 15;

/** Files that may be longer, each with its reason. Nothing is added here for want of time. */
const longer = new Map([
  ["functions/client.d.ts", "generated, and copied into a web app as one file"],
]);

interface Folder {
  path: string;
  sources: { path: string; lines: number }[];
}

const isSource = ({ name }: Dirent) => /\.[cm]?[jt]s$/.test(name);

/** A folder and those in it, with the source files of each, tests included. */
function walk(folder: string): Folder[] {
  const entries = readdirSync(folder, { withFileTypes: true }).filter(
    ({ name }) => !built.has(name),
  );
  const sources = entries.filter(isSource).map(({ name }) => {
    const text = readFileSync(join(folder, name), "utf8");
    return { path: relative(root, join(folder, name)), lines: text.split("\n").length - 1 };
  });
  const inner = entries
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => join(folder, name));
  return [{ path: relative(root, folder), sources }, ...inner.flatMap(walk)];
}

const folders = houses.flatMap((house) => walk(join(root, house)));
const files = folders.flatMap(({ sources }) => sources);

test(`no source file has more than ${mostLines} lines, but for those that are listed`, () => {
  const long = files.filter(({ lines }) => lines > mostLines).map(({ path }) => path);
  expect(long.sort()).toEqual([...longer.keys()].sort());
});

test(`no folder has more than ${mostFiles} source files`, () => {
  const full = folders.filter(({ sources }) => sources.length > mostFiles);
  expect(full.map(({ path, sources }) => `${path}: ${sources.length}`)).toEqual([]);
});

// With some room, so that one new file does not turn it red for who added it.
test("half of all files have some 50 lines at most", () => {
  const lines = files.map((file) => file.lines).sort((a, b) => a - b);
  expect(lines[Math.floor(lines.length / 2)]).toBeLessThanOrEqual(53);
});
