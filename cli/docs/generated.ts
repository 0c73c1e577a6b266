import { readFileSync } from "node:fs";
import { join } from "node:path";
import { format, resolveConfig } from "prettier";
import { openApiDocument } from "../../functions/src/endpoints/http/openapi/document";
import { routes } from "../../functions/src/endpoints/http/route-list";
import { clientTypes, type ApiDocument } from "./client-types";
import { environmentExample, parameterTable, secretTable } from "./parameters";

const root = join(__dirname, "../..");

/** A file that is generated from the code, as a whole or in marked parts. */
export interface Generated {
  /** Its path in the repository. */
  file: string;
  /** What it must contain. */
  text: string;
}

/** Everything that `npm run docs` writes. */
export async function generated(): Promise<Generated[]> {
  return [
    { file: "functions/.env.example", text: environmentExample() },
    await clientTypesFile(),
    await page("docs/parameters.md", { parameters: parameterTable(), secrets: secretTable() }),
  ];
}

/** A page as it is, but with new text between `<!-- generated: name -->` and `<!-- end -->`. */
async function page(file: string, parts: Record<string, string>): Promise<Generated> {
  const path = join(root, file);
  const filled = readFileSync(path, "utf8").replaceAll(
    /(<!-- generated: (.+?) -->)[^]*?(<!-- end -->)/g,
    (_, start: string, name: string, end: string) => {
      const text = parts[name];
      if (text === undefined) throw new Error(`${file}: nothing is generated as "${name}".`);
      return `${start}\n\n${text}\n\n${end}`;
    },
  );
  const options = await resolveConfig(path);
  return { file, text: await format(filled, { ...options, parser: "markdown" }) };
}

async function clientTypesFile(): Promise<Generated> {
  const file = "functions/client.d.ts";
  const document = openApiDocument(routes) as unknown as ApiDocument;
  return { file, text: await clientTypes(join(root, file), document) };
}

/** Where a generated file is. */
export const pathOf = ({ file }: Generated): string => join(root, file);
