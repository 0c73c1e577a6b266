import { spawnSync } from "node:child_process";
import { join } from "node:path";

const root = join(__dirname, "../../..");

/** Runs a command that is refused before it does anything. */
function refusal(...args: string[]): { status: number | null; message: string } {
  const { status, stderr } = spawnSync(process.execPath, [join(root, "cli/run.js"), ...args], {
    encoding: "utf8",
  });
  return { status, message: stderr };
}

describe("npm start", () => {
  test.each([
    [
      ["--project", "my-shop"],
      'begins with "demo-", so that nothing on it can reach a real project',
    ],
    [["--port-offset", "many"], "The port offset must be a whole number from 0 to 56436."],
    [
      ["--port-offset", "1000"],
      "Browsers refuse port 6000 (for the Hosting emulator): choose another port offset than 1000.",
    ],
    [["--firestore", "sqlite"], '--firestore is one of auto, embedded, official: not "sqlite".'],
    [["--watch-out"], "Unknown option '--watch-out'"],
  ])("refuses %j", (args, message) => {
    expect(refusal("start", ...args)).toEqual({
      status: 1,
      message: expect.stringContaining(message),
    });
  });

  test("is one of the commands that an unknown one is answered with", () => {
    expect(refusal("strat")).toEqual({
      status: 1,
      message: expect.stringMatching(/^There is no command "strat": .*\bstart\b/),
    });
  });
});
