import { execFileSync } from "node:child_process";
import { join } from "node:path";

const root = join(__dirname, "../../..");

/** Runs code in a process of its own, which has loaded nothing yet; gives what it said. */
const run = (code: string): unknown =>
  JSON.parse(
    execFileSync(process.execPath, ["--import", "tsx", "-e", code], {
      cwd: root,
      encoding: "utf8",
    }),
  );

test("the list of common passwords is loaded when one is set, and not for signing in", () => {
  const found = run(`
    const isLoaded = () =>
      Object.keys(require.cache).some((file) => file.includes("@zxcvbn-ts/language-common"));
    require("./functions/src/operations");
    require("./functions/src/composition");
    const { passwordRules } = require("./functions/src/passwords/password-rules");
    const rules = passwordRules({ minLength: 8, refuseCommon: true, appName: "App", breached: undefined });
    const owner = { email: "ada@example.com", firstName: "Ada", lastName: "Lovelace" };
    const before = isLoaded();
    rules.check("correct horse battery", owner).then(() => {
      console.log(JSON.stringify({ before, after: isLoaded() }));
      process.exit();
    });
  `);
  expect(found).toEqual({ before: false, after: true });
});
