import { readFileSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";

const web = join(__dirname, "../../web");

/**
 * Builds the API's own page of `web/src/docs`: one file that needs nothing from elsewhere, for the function that serves
 * the API serves it, too.
 */
export async function docsPage(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: { script: join(web, "src/docs/main.ts"), style: join(web, "src/docs/docs.css") },
    outdir: web,
    bundle: true,
    minify: true,
    format: "esm",
    target: "es2022",
    write: false,
    logLevel: "silent",
  });
  const textOf = (extension: string) =>
    outputFiles.find(({ path }) => path.endsWith(extension))?.text.trim() ?? "";
  return readFileSync(join(web, "docs.html"), "utf8")
    .replace("</style>", () => `${textOf(".css")}</style>`)
    .replace("</script>", () => `${textOf(".js")}</script>`);
}
