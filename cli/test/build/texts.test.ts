import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buildPages } from "../../build/pages";

const web = join(__dirname, "../../../web");

describe("a team's own texts", () => {
  let folder: string;
  beforeEach(() => (folder = mkdtempSync(join(tmpdir(), "texts-"))));
  afterEach(() => rmSync(folder, { recursive: true }));

  /** Builds the pages with English texts of a team's own; gives their scripts. */
  async function buildWith(texts: object): Promise<string> {
    const [output, own] = [join(folder, "pages"), join(folder, "texts")];
    mkdirSync(own);
    writeFileSync(join(own, "en.json"), JSON.stringify(texts));
    await buildPages({ web, output, parameters: {}, texts: own });
    return readdirSync(output, { recursive: true, encoding: "utf8" })
      .filter((file) => file.endsWith(".js"))
      .map((file) => readFileSync(join(output, file), "utf8"))
      .join("\n");
  }

  test("are in the place of ours, and all others stay", async () => {
    const scripts = await buildWith({
      signIn: { title: "Come in" },
      account: { export: { submit: "Save a copy" } },
      action: { verify: { submit: "That is me" } },
    });
    for (const text of ["Come in", "Save a copy", "That is me", "Stay signed in", "Connexion"])
      expect([text, scripts.includes(text)]).toEqual([text, true]);
    expect(scripts).not.toMatch(/submit:\s*["`]Download["`]/);
  });

  test.each([
    [{ signIn: { titel: "Come in" } }, /signIn: titel is no text/],
    [{ signIn: "Come in" }, /signIn is no text/],
    [{ retryIn: "Try again later." }, /retryIn must have as many \{\}/],
  ])("that are %j are refused", async (texts, refusal) => {
    await expect(buildWith(texts)).rejects.toThrow(refusal);
  });
});
