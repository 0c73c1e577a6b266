#!/usr/bin/env node
// `npx firebase-auth-backend <command>`, bundled into the package: what a project that depends on it can have done.
import { asTyped, helpOf, Refusal } from "./command";
import { main as init } from "./init/main";

// Loaded when it is asked for: it wants packages that not every project has.
const commands: Record<string, (args: string[]) => Promise<void>> = {
  init,
  upgrade: async (args) => (await import("./commands/upgrade")).main(args),
  "check-deploy": async (args) => (await import("./commands/check-deploy")).main(args),
  admin: async (args) => (await import("./commands/admin")).main(args),
  mail: async (args) => (await import("./commands/mail")).main(args),
  dev: async (args) => (await import("./dev/main")).main(args),
};

async function run([name = "", ...args]: string[]): Promise<void> {
  const command = commands[name];
  if (!command) {
    throw new Refusal(`Name a command: ${Object.keys(commands).join(", ")} (with --help).`);
  }
  if (args.includes("--help") || args.includes("-h")) console.log(helpOf(name));
  else await command(args);
}

run(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error instanceof Refusal ? asTyped(error.message) : error);
  process.exitCode = 1;
});
