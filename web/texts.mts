import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Plugin } from "vite";

/** The texts of a page, or some of them. */
interface Texts {
  [name: string]: string | Texts;
}

/** A catalogue: its part of the pages, empty for all of them, and its language. */
const catalogue = /\/src\/i18n\/(?:(account|action)\/)?([a-z]{2})\.ts$/;

/**
 * Puts a team's own texts into the pages: `<language>.json` in a folder has the ones that are to be different, under the
 * names that they have in `src/i18n/`, those of its folders under `account` and `action`.
 */
export function texts(folder: string): Plugin {
  return {
    name: "texts",
    enforce: "post",
    async transform(code, id) {
      const [isCatalogue, part, language = ""] = catalogue.exec(id) ?? [];
      const file = join(folder, `${language}.json`);
      if (isCatalogue === undefined || !existsSync(file)) return undefined;
      const {
        account = {},
        action = {},
        ...common
      } = JSON.parse(readFileSync(file, "utf8")) as {
        [name: string]: string | Texts;
      };
      const own = { account, action }[part ?? ""] ?? common;
      const module = (await import(`data:text/javascript,${encodeURIComponent(code)}`)) as Texts;
      const changed = withTexts(module[language] as Texts, own as Texts, file);
      return { code: `export const ${language} = ${JSON.stringify(changed)};`, map: null };
    },
  };
}

function withTexts(ours: Texts, own: Texts, where: string): Texts {
  const changed = Object.entries(own).map(([name, text]) => {
    const path = `${where}: ${name}`;
    const our = ours[name];
    if (our === undefined || typeof our !== typeof text)
      throw new Error(`${path} is no text of the pages.`);
    if (typeof our !== "string") return [name, withTexts(our, text as Texts, path)];
    if (gaps(our) !== gaps(text as string))
      throw new Error(`${path} must have as many {} as "${our}".`);
    return [name, text];
  });
  return { ...ours, ...(Object.fromEntries(changed) as Texts) };
}

const gaps = (text: string) => text.split("{}").length;
