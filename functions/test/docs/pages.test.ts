import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { pages, read } from "../../testing/docs";

/** The longest line that a reader of the source should meet; rows of tables can't be broken. */
const longestLine = 160;

/** What GitHub makes of a heading when it is linked to. */
const anchorOf = (heading: string) =>
  heading
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N} _-]/gu, "")
    .replaceAll(" ", "-");

const anchorsOf = (page: string) =>
  [...read(page).matchAll(/^#+ (.+)$/gm)].map(([, heading = ""]) => anchorOf(heading));

function brokenLinks(page: string): string[] {
  const links = [...read(page).matchAll(/\]\((?!https?:)([^)]+)\)/g)].map(([, link = ""]) => link);
  return links.filter((link) => {
    const [path = "", anchor] = link.split("#");
    const target = path === "" ? page : join(dirname(page), path);
    if (!existsSync(join(__dirname, "../../..", target))) return true;
    return anchor !== undefined && !anchorsOf(target).includes(anchor);
  });
}

describe.each(pages)("%s", (page) => {
  test("links to files and headings that exist", () => {
    expect(brokenLinks(page)).toEqual([]);
  });

  test("has no line that is hard to read in an editor", () => {
    const lines = read(page).split("\n");
    expect(lines.filter((line) => line.length > longestLine && !line.startsWith("|"))).toEqual([]);
  });
});
