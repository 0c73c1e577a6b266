import { spawnSync } from "node:child_process";
import { join } from "node:path";

test("what is generated from the code is up to date", () => {
  const run = join(__dirname, "../../run.js");
  const { status, stderr } = spawnSync(process.execPath, [run, "docs", "--check"], {
    encoding: "utf8",
  });
  expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
});
