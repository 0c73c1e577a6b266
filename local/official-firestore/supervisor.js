"use strict";

// Runs one program for as long as standard input is open: the program ends with the process at the other end, even if that
// one is killed. A JVM can't do that by itself.

const { spawn } = require("node:child_process");

/** Milliseconds that the program is given to end by itself. */
const patience = 3_000;

const [program = "", ...args] = process.argv.slice(2);
const child = spawn(program, args, { stdio: ["ignore", "inherit", "inherit"], windowsHide: true });

child.on("error", ({ message }) => {
  console.error(message);
  process.exit(1);
});
child.on("exit", (code) => process.exit(code ?? 1));

process.stdin.resume().on("close", () => {
  child.kill();
  setTimeout(() => child.kill("SIGKILL"), patience);
});
