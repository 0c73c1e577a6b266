import type { Plugin } from "vite";

/** What a team sets of the look; empty for what it leaves as it is. */
export interface Look {
  appName: string;
  /** As `#rrggbb`. */
  color: string;
  /** Pixels. */
  cornerRadius: string;
  /** A list of font families, as CSS has it. */
  font: string;
  /** The address of the logo, on the pages' own site. */
  logo: string;
}

/** Puts the team's look into the style sheet and the icon, and its name or logo into the pages, so that all is there before any script. */
export function theme({ appName, color, cornerRadius, font, logo }: Look): Plugin {
  const settings = [
    ["accent", color, /^#[0-9a-f]{6}$/i, color],
    ["corner", cornerRadius, /^\d{1,2}$/, `${cornerRadius}px`],
    ["font", font, /^[\w\s,"'-]+$/, font],
  ] as const;
  const set = settings.flatMap(([name, value, rule, css]) => {
    if (value === "") return [];
    if (!rule.test(value)) throw new Error(`The look's ${name} can't be "${value}".`);
    return [`--${name}: ${css};`];
  });
  const brand =
    logo === ""
      ? `<span class="monogram" aria-hidden="true">${escape([...appName][0] ?? "")}</span> ${escape(appName)}`
      : `<img src="${escape(logo)}" alt="${escape(appName)}">`;
  return {
    name: "theme",
    enforce: "pre",
    transform(code, id) {
      return id.includes("/styles/index.css") ? `${code}\n:root { ${set.join(" ")} }\n` : undefined;
    },
    generateBundle(_, bundle) {
      for (const file of Object.values(bundle)) {
        if (file.type === "asset" && color !== "" && file.names.includes("icon.svg"))
          file.source = String(file.source).replace("#1d4ed8", color);
      }
    },
    transformIndexHtml: {
      // Later than Vite's own look for files that a page needs.
      order: "post",
      handler: (html, { chunk }) => ({
        html: html.replace("{{name}}", () => escape(appName)).replace("{{brand}}", () => brand),
        // What the page's script is going to ask for.
        tags: (chunk?.imports ?? []).map((file) => ({
          tag: "link",
          attrs: { rel: "modulepreload", crossorigin: true, href: `/${file}` },
        })),
      }),
    },
  };
}

const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
};

const escape = (text: string) => text.replace(/[&<>"]/g, (sign) => entities[sign] ?? sign);
