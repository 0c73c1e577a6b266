import { spawnSync } from "node:child_process";
import { join } from "node:path";

test("what follows from the code is written down as it is now", () => {
  const run = join(__dirname, "../../run.js");
  const { status, stderr } = spawnSync(process.execPath, [run, "docs", "--check"], {
    encoding: "utf8",
  });
  expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
});
