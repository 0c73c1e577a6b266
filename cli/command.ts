import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs, type ParseArgsConfig } from "node:util";
import { inPackage } from "./init/own-files";

/** Says that a command can't do what it was asked: the message tells the person why, and what to do. */
export class Refusal extends Error {
  override readonly name = "Refusal";
}

/** How a command is used. `--help` prints it before anything is installed or loaded. */
export const helpOf = (command: string): string =>
  asTyped(readFileSync(join(__dirname, "help", `${command}.txt`), "utf8").trim());

/** Names commands as they are typed where this runs: `npm run mail -- list`, or `npx firebase-auth-backend mail list`. */
export const asTyped = (text: string): string =>
  inPackage
    ? text.replace(
        /npm run (check:deploy|admin|mail|upgrade)(?: --)?/g,
        (_, name: string) => `npx firebase-auth-backend ${name.replace(":", "-")}`,
      )
    : text;

type Options = NonNullable<ParseArgsConfig["options"]>;
type Values<T extends Options> = ReturnType<typeof parseArgs<{ options: T }>>["values"];

/** Parses a command's options; refuses unknown ones, with the command's help. */
export function parseOptions<T extends Options>(
  args: string[],
  options: T,
  command: string,
): Values<T> {
  try {
    return parseArgs({ args, options }).values;
  } catch (error) {
    throw new Refusal(`${(error as Error).message}\n\n${helpOf(command)}`);
  }
}
