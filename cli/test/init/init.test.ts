import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { main } from "../../init/main";
import { readOwnFiles } from "../../init/own-files";
import { mergeParameters } from "../../init/parameters";

const { parameters: example } = readOwnFiles();

describe("a functions' .env", () => {
  test("gets the parameters that must be set as comments, once", () => {
    const { text } = mergeParameters("", example);
    const named = text.match(/^# (\w+)=/gm);
    expect(named).toEqual([
      "# WEB_API_KEY=",
      "# MAIL_FROM=",
      "# ACTION_URL=",
      "# ALLOWED_ORIGINS=",
    ]);
    expect(mergeParameters(text, example).text).toBe(text);
  });

  test("keeps what is filled in, and what is left out on purpose", () => {
    const theirs = "OTHER=1\nMAIL_FROM=a@example.com\n#ACTION_URL=\nexport WEB_API_KEY=k";
    const { text } = mergeParameters(theirs, example);
    expect(text.startsWith(`${theirs}\n`)).toBe(true);
    expect(text.match(/^# \w+=/gm)).toEqual(["# ALLOWED_ORIGINS="]);
  });
});

describe("init", () => {
  let folder: string;
  const home = process.cwd();
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "init-"));
    mkdirSync(join(folder, "functions"));
    process.chdir(folder);
  });
  afterEach(() => {
    process.chdir(home);
    rmSync(folder, { recursive: true });
    jest.restoreAllMocks();
  });

  const read = (path: string) => readFileSync(join(folder, path), "utf8");
  const run = async (...args: string[]) => {
    const log = jest.spyOn(console, "log").mockImplementation();
    await main(args);
    return log.mock.calls.join("\n");
  };

  test("shows the difference, and writes nothing before somebody has agreed", async () => {
    writeFileSync("firebase.json", '{ "functions": { "source": "functions" } }');
    for (const args of [[], ["--dry-run"], ["--dry-run", "--yes"]]) {
      const said = await run(...args);
      expect(said).toContain("+++ firestore.rules");
      expect(said).toContain("Nothing was written");
      expect(() => read("firestore.rules")).toThrow("ENOENT");
    }
  });

  test("writes all four files, and finds nothing to do the next time", async () => {
    writeFileSync("firebase.json", '{ "functions": [{ "source": "functions" }], "hosting": {} }');
    await run("--yes", "--api-function", "auth-api");
    expect(read("firebase.json")).toContain('"function": "auth-api"');
    expect(read("firestore.rules")).toContain("match /users/{uid}");
    expect(read("firestore.indexes.json")).toContain('"ttl": true');
    expect(read("functions/.env")).toContain("# ACTION_URL=");
    await expect(run("--yes")).resolves.toContain("Everything is there already.");
  });

  test.each([
    ["no firebase.json", undefined, "There is no firebase.json here"],
    ["one that is broken", '{ "functions": ', "firebase.json: "],
    ["no functions", "{}", "names no functions"],
    ["two codebases", '{ "functions": [{ "codebase": "a" }, { "codebase": "b" }] }', "--codebase"],
  ])("refuses a folder with %s, and changes nothing", async (_what, configuration, why) => {
    if (configuration !== undefined) writeFileSync("firebase.json", configuration);
    await expect(run("--yes")).rejects.toThrow(why);
    expect(() => read("firestore.rules")).toThrow("ENOENT");
  });
});
