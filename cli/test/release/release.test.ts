import { execFileSync } from "node:child_process";
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { notesOf } from "../../release/notes";
import { makeVersion } from "../../release/version";

const repository = join(__dirname, "../../..");
const name = "firebase-auth-backend-repository";

/** What a release changes, as a repository of its own without a change that is written down. */
describe("a release", () => {
  const root = mkdtempSync(join(tmpdir(), "release-"));
  const read = (file: string) => readFileSync(join(root, file), "utf8");
  const git = (...args: string[]) =>
    execFileSync("git", ["-c", "user.name=any", "-c", "user.email=any@example.com", ...args], {
      cwd: root,
    });

  beforeAll(() => {
    mkdirSync(join(root, ".changeset"));
    cpSync(join(repository, ".changeset/config.json"), join(root, ".changeset/config.json"));
    mkdirSync(join(root, "functions"));
    const lock = { version: "0.1.0", packages: { "": { version: "0.1.0" }, other: {} } };
    for (const folder of ["", "functions/"]) {
      const manifest = { name, version: "0.1.0", private: true };
      writeFileSync(join(root, `${folder}package.json`), JSON.stringify(manifest));
      writeFileSync(join(root, `${folder}package-lock.json`), JSON.stringify(lock));
    }
    writeFileSync(join(root, "CHANGELOG.md"), "# Changelog\n\n## 0.1.0\n\n- The first.\n");
    git("init", "--quiet", "--initial-branch=main");
    git("add", "--all");
    git("commit", "--quiet", "--message=first");
  });
  afterAll(() => rmSync(root, { recursive: true }));

  test("needs a change that is written down", () => {
    expect(() => makeVersion(root)).toThrow("npm run changeset");
  });

  test("has the number that the changes ask for, everywhere, and says what they were", () => {
    const change = (bump: string, text: string) =>
      writeFileSync(
        join(root, `.changeset/${bump}.md`),
        `---\n"${name}": ${bump}\n---\n\n${text}\n`,
      );
    change("minor", "Something new.");
    change("patch", "Something mended.");
    expect(makeVersion(root)).toBe("0.2.0");
    const manifests = ["package.json", "functions/package.json"].map(
      (file) => JSON.parse(read(file)) as object,
    );
    expect(manifests).toMatchObject([{ version: "0.2.0" }, { version: "0.2.0" }]);
    expect(JSON.parse(read("functions/package-lock.json"))).toMatchObject({
      version: "0.2.0",
      packages: { "": { version: "0.2.0" } },
    });
    expect(readdirSync(join(root, ".changeset"))).toEqual(["config.json"]);
    expect(notesOf(read("CHANGELOG.md"), "0.2.0")).toMatch(
      /Something new\.[^]*Something mended\.$/,
    );
    expect(notesOf(read("CHANGELOG.md"), "0.1.0")).toBe("- The first.");
  });

  test("says nothing of a version that the changelog does not know", () => {
    expect(() => notesOf(read("CHANGELOG.md"), "9.9.9")).toThrow("9.9.9");
  });
});

test("this repository has one version, and writes changes down in one place", () => {
  const read = (file: string) => readFileSync(join(repository, file), "utf8");
  const versionOf = (file: string) => (JSON.parse(read(file)) as { version: string }).version;
  const { version } = JSON.parse(read("package.json")) as { version: string };
  expect(versionOf("functions/package.json")).toBe(version);
  expect(notesOf(read("CHANGELOG.md"), version)).not.toBe("");
  expect(read("CHANGELOG.md")).not.toContain("Unreleased");
});

test("every change that is written down is one that the release understands", () => {
  const folder = join(repository, ".changeset");
  const files = readdirSync(folder).filter((file) => file.endsWith(".md"));
  const texts = files.map((file) => readFileSync(join(folder, file), "utf8"));
  const wrong = texts.filter(
    (text) => !new RegExp(`^---\n"${name}": (major|minor|patch)\n---\n\n\\S`).test(text),
  );
  expect(wrong).toEqual([]);
});
