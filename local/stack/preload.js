"use strict";

// Required by the Firebase CLI's process before anything else: mends its Auth emulator, and brings it down in good order
// when the stack that started it is gone without having said so (killed, crashed).

const { rmSync } = require("node:fs");
require("../auth-emulator/strict.js");

process.once("disconnect", () => {
  process.once("exit", () => rmSync(process.cwd(), { recursive: true, force: true }));
  process.kill(process.pid, "SIGTERM");
});
