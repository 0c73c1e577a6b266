import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "esbuild";
import { bundleOptions } from "../../build/build";
import { versionOf } from "../../build/version";

const functions = join(__dirname, "../../../functions");

describe("the version of a build", () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "version-"));
    writeFileSync(join(folder, "package.json"), '{"version":"1.2.3"}');
  });
  afterEach(() => {
    delete process.env.GIT_COMMIT;
    rmSync(folder, { recursive: true });
  });

  const git = (...args: string[]) =>
    execFileSync("git", ["-c", "user.name=a", "-c", "user.email=a@b.co", ...args], {
      cwd: folder,
      encoding: "utf8",
    });

  test("names the commit", () => {
    git("init", "-q");
    git("commit", "-q", "--allow-empty", "-m", "first");
    expect(versionOf(folder)).toBe(`1.2.3+${git("rev-parse", "HEAD").slice(0, 12)}`);
  });

  test("names the commit that it is told", () => {
    process.env.GIT_COMMIT = "0123456789abcdef0123456789abcdef01234567";
    expect(versionOf(folder)).toBe("1.2.3+0123456789ab");
  });

  test("does without one where there is no Git", () => {
    expect(versionOf(folder)).toBe("1.2.3");
  });

  test("is in the bundle", async () => {
    const { outputFiles } = await build(bundleOptions({ functions, output: folder }));
    const { version } = JSON.parse(readFileSync(join(functions, "package.json"), "utf8")) as {
      version: string;
    };
    const bundle = outputFiles.find(({ path }) => path.endsWith("bundle.js"))!.text;
    expect(bundle).toContain(`"${versionOf(functions)}"`);
    expect(versionOf(functions)).toContain(version);
    expect(bundle).not.toContain("BUILT_VERSION");
  });
});
