import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { format, resolveConfig } from "prettier";
import { openApiDocument } from "../../functions/src/endpoints/http/openapi/document";
import { routes } from "../../functions/src/endpoints/http/route-list";
import { parseOptions } from "../command";

export async function main(args: string[]): Promise<void> {
  parseOptions(args, {}, "openapi");
  const file = join(__dirname, "../../docs/openapi.json");
  const options = await resolveConfig(file);
  const text = JSON.stringify(openApiDocument(routes));
  writeFileSync(file, await format(text, { ...options, parser: "json" }));
}
