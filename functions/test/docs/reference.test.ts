import { statuses } from "../../src/endpoints/wire";
import { read, rowsOf } from "../../testing/docs";

test("docs/errors.md has every error code with its statuses, and no other", () => {
  const documented = rowsOf("docs/errors.md", "code").map((cells) => cells.slice(0, 3));
  const real = Object.entries(statuses).map(([code, [status, http]]) => [
    `\`${code}\``,
    String(http),
    `\`${status.replace("-", "_").toUpperCase()}\``,
  ]);
  expect(documented.sort()).toEqual(real.sort());
});

test("the README has every operation that is deployed as a callable, and no other", async () => {
  process.env.GCLOUD_PROJECT = "demo-docs";
  const operations = Object.keys(await import("../../src/endpoints/callables"));
  const documented = rowsOf("README.md", "operation").map(([name = ""]) => name);
  expect(documented.sort()).toEqual(operations.map((name) => `\`${name}\``).sort());
});

test("docs/parameters.md and .env.example have every parameter, and .env.example no other", () => {
  const declared = [
    ...read("functions/src/config.ts").matchAll(/define(?:String|Boolean|Int)\("([A-Z_]+)"/g),
  ].map(([, name]) => name!);
  const examples = [...read("functions/.env.example").matchAll(/^([A-Z_]+)=/gm)].map(([, n]) => n);
  expect(examples.sort()).toEqual([...declared].sort());
  for (const name of declared) expect(read("docs/parameters.md")).toContain(`\`${name}\``);
});
