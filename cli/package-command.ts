#!/usr/bin/env node
// `npx firebase-auth-backend <command>`, bundled into the package: what a project that depends on it can have done.
import { helpOf, Refusal } from "./command";
import { main as init } from "./init/main";

// Loaded when it is asked for: it wants packages that not every project has.
const dev = async (args: string[]): Promise<void> => (await import("./dev/main")).main(args);

const commands: Record<string, (args: string[]) => Promise<void>> = { init, dev };

async function run([name = "", ...args]: string[]): Promise<void> {
  const command = commands[name];
  if (!command) {
    throw new Refusal(`Name a command: ${Object.keys(commands).join(", ")} (with --help).`);
  }
  if (args.includes("--help") || args.includes("-h")) console.log(helpOf(name));
  else await command(args);
}

run(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error instanceof Refusal ? error.message : error);
  process.exitCode = 1;
});
