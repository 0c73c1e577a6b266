"use strict";

// Required by the Firebase CLI's process before anything else: corrects its Auth emulator, and shuts it down cleanly when
// the stack that started it has been killed or has crashed.

const { rmSync } = require("node:fs");
require("../auth-emulator/strict.js");

process.once("disconnect", () => {
  process.once("exit", () => rmSync(process.cwd(), { recursive: true, force: true }));
  process.kill(process.pid, "SIGTERM");
});
