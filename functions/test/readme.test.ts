import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const read = (file: string) => readFileSync(join(__dirname, "../..", file), "utf8");

describe("what is written", () => {
  const declared = [
    ...read("functions/src/config.ts").matchAll(/define(?:String|Boolean|Int)\("([A-Z_]+)"/g),
  ].map(([, name]) => name!);
  const codes = [...read("functions/src/errors.ts").matchAll(/^ {2}\| "([a-z-]+)"/gm)].map(
    ([, code]) => code!,
  );

  test("names every parameter in .env.example and the README, and no other", () => {
    const examples = [...read("functions/.env.example").matchAll(/^([A-Z_]+)=/gm)].map(
      ([, n]) => n,
    );
    expect(examples.sort()).toEqual([...declared].sort());
    for (const name of declared) expect(read("README.md")).toContain(`\`${name}\``);
  });

  test("names every error code in the README", () => {
    expect(codes).toHaveLength(25);
    for (const code of codes) expect(read("README.md")).toContain(`\`${code}\``);
  });

  test("names every operation in the README", async () => {
    process.env.GCLOUD_PROJECT = "demo-readme";
    for (const name of Object.keys(await import("../src/endpoints/callables"))) {
      expect(read("README.md")).toContain(`| \`${name}\``);
    }
  });

  const pages = [
    "README.md",
    ...readdirSync(join(__dirname, "../../docs")).map((f) => `docs/${f}`),
  ];

  test.each(pages.filter((page) => page.endsWith(".md")))("%s links to what is there", (page) => {
    const links = [...read(page).matchAll(/\]\((?!https?:|#)([^)#]+)/g)].map(([, link]) => link!);
    for (const link of links)
      expect(existsSync(join(__dirname, "../..", page, "..", link))).toBe(true);
  });
});
