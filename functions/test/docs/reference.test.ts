import { statuses } from "../../src/endpoints/wire";
import { rowsOf } from "../../testing/docs";

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
