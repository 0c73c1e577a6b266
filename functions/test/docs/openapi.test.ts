import { execFileSync } from "node:child_process";
import { dirname, join } from "node:path";

const document = join(__dirname, "../../../docs/openapi.json");

test("docs/openapi.json is valid OpenAPI 3.1", () => {
  const validator = dirname(require.resolve("@seriousme/openapi-schema-validator/package.json"));
  const cli = join(validator, "bin/validate-api-cli.js");
  const said = execFileSync(process.execPath, [cli, document], { encoding: "utf8" });
  expect(JSON.parse(said)).toEqual({ valid: true });
});
