import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { extname, join } from "node:path";
import type { Route } from "playwright-core";
import { buildPages } from "../../../cli/build/pages";
import { stack } from "../../stack";
import type { Visitor } from "./visitor";

/** Builds the pages once more, as a team with these parameters has them, for the tests of a file. */
export function builtPages(
  parameters: Readonly<Record<string, string>>,
  environment: Readonly<Record<string, string>> = {},
): { serve(visitor: Visitor, headers?: Readonly<Record<string, string>>): Promise<void> } {
  let pages: string;
  beforeAll(async () => {
    pages = mkdtempSync(join(tmpdir(), "built-pages-"));
    Object.assign(process.env, environment);
    await buildPages({ web: join(__dirname, "../../../web"), output: pages, parameters });
    for (const name of Object.keys(environment)) Reflect.deleteProperty(process.env, name);
  });
  afterAll(() => rmSync(pages, { recursive: true }));
  return {
    /** Gives a visitor these pages, with headers beside their type, and the API of the stack. */
    serve: async ({ context }, headers = {}) => {
      await context.route(`http://${stack().addresses.hosting}/**`, (route) => {
        const { pathname } = new URL(route.request().url());
        const file = join(pages, pathname === "/" ? "index.html" : pathname);
        return existsSync(file) ? fulfill(route, file, headers) : route.continue();
      });
    },
  };
}

async function fulfill(
  route: Route,
  path: string,
  headers: Readonly<Record<string, string>>,
): Promise<void> {
  const types: Record<string, string> = { ".html": "text/html", ".js": "text/javascript" };
  const contentType = types[extname(path)];
  await route.fulfill({ path, headers, ...(contentType !== undefined && { contentType }) });
}
