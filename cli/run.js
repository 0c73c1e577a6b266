"use strict";

// Runs one of the project's commands: `node cli/run.js <command> [options]`.
// Plain JavaScript without dependencies, because it installs what the others need. The command runs in this same process,
// so that a signal sent to it (or to npm, which passes it on) arrives where the stack is stopped.

const { readdirSync, readFileSync } = require("node:fs");
const { join } = require("node:path");
const { ensureInstalled } = require("./setup.js");

/** The oldest Node that everything here runs on: the first with `crypto.hash`. */
const oldestNode = { major: 20, minor: 12 };
const root = join(__dirname, "..");

/** The commands that do without what only tests and the project's own upkeep need: a third of the packages. */
const everyday = new Set(["start", "demo", "build", "admin", "mail", "check-deploy", "upgrade"]);

/** @param {string[]} argv */
async function run([name = "", ...args]) {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  if (major < oldestNode.major || (major === oldestNode.major && minor < oldestNode.minor)) {
    throw new Error(
      `Node ${oldestNode.major}.${oldestNode.minor} or newer is needed; this is ${process.versions.node}.`,
    );
  }
  const commands = readdirSync(join(__dirname, "commands"))
    .filter((file) => file.endsWith(".ts"))
    .map((file) => file.slice(0, -".ts".length));
  if (!commands.includes(name)) {
    throw new Error(
      `${name === "" ? "Name a command" : `There is no command "${name}"`}: ${commands.join(", ")}.`,
    );
  }
  if (args.includes("--help") || args.includes("-h")) {
    console.log(readFileSync(join(__dirname, "help", `${name}.txt`), "utf8").trim());
    return;
  }
  await ensureInstalled([
    { folder: root, name: "the tools", dev: !everyday.has(name) },
    { folder: join(root, "functions"), name: "the functions", dev: true },
  ]);
  /** @type {typeof import("tsx/cjs/api")} */ (require("tsx/cjs/api")).register();
  await require(`./commands/${name}.ts`).main(args);
}

/**
 * Ends with the shell that npm started this in: npm hands a signal on to that shell alone, and some (dash) end of it
 * without a word to what they run.
 */
function endWithShell() {
  if (process.env.npm_lifecycle_event === undefined) return;
  const shell = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === shell) return;
    clearInterval(watch);
    process.kill(process.pid, "SIGTERM");
  }, 500);
  watch.unref();
}

endWithShell();
run(process.argv.slice(2)).catch((/** @type {Error} */ error) => {
  // A refusal's message says everything; for any other error the developer needs the stack.
  console.error(error.name === "Error" || error.name === "Refusal" ? error.message : error);
  process.exit(1);
});
