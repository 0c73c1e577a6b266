"use strict";

// The Firebase CLI in a process of its own, with its Auth emulator corrected. Its modules, which take seconds to load, are
// loaded while what it serves is still being built; it begins when it is told to. When the stack that started it has been
// killed or has crashed, it shuts down cleanly.

const { rmSync } = require("node:fs");

process.once("message", () => require("firebase-tools/lib/bin/firebase.js"));
process.once("disconnect", () => {
  process.once("exit", () => rmSync(process.cwd(), { recursive: true, force: true }));
  process.kill(process.pid, "SIGTERM");
});

require("../auth-emulator/strict.js");
require("firebase-tools/lib/emulator/controller");
