import { failures } from "../../src/errors";
import * as operations from "../../src/operations";
import { read, rowsOf } from "../../testing/docs";

test("docs/errors.md has every error code with its statuses, and no other", () => {
  const documented = rowsOf("docs/errors.md", "code").map((cells) => cells.slice(0, 3));
  const real = Object.entries(failures).map(([code, [status, http]]) => [
    `\`${code}\``,
    String(http),
    `\`${status.replace("-", "_").toUpperCase()}\``,
  ]);
  expect(documented.sort()).toEqual(real.sort());
});

test("the README has every operation that is deployed as a callable, and no other", async () => {
  process.env.GCLOUD_PROJECT = "demo-docs";
  const functions = Object.keys(await import("../../src/index"));
  const deployed = Object.keys(operations).filter((name) => functions.includes(name));
  const documented = rowsOf("README.md", "operation").map(([name = ""]) => name);
  expect(documented.sort()).toEqual(deployed.map((name) => `\`${name}\``).sort());
});

test("the diff in CONTRIBUTING.md is what the files contain", () => {
  const [, diff = ""] = /^```diff\n([^]*?)^```$/m.exec(read("CONTRIBUTING.md")) ?? [];
  const files = diff.split(/^\+\+\+ /m).slice(1);
  expect(files.length).toBeGreaterThan(1);
  for (const file of files) {
    const [path = "", ...lines] = file.trimEnd().split("\n");
    expect(read(path)).toContain(lines.map((line) => line.slice(1)).join("\n"));
  }
});
