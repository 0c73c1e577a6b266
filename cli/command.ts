import { parseArgs, type ParseArgsConfig } from "node:util";

/** Says that a command can't do what it was asked: the message tells the person why, and what to do. */
export class Refusal extends Error {
  override readonly name = "Refusal";
}

type Options = NonNullable<ParseArgsConfig["options"]>;
type Values<T extends Options> = ReturnType<typeof parseArgs<{ options: T }>>["values"];

/** Parses a command's options; `--help` prints `help` and ends the process. */
export function parseOptions<T extends Options>(
  args: string[],
  options: T,
  help: string,
): Values<T> {
  if (args.includes("--help") || args.includes("-h")) {
    console.log(help.trim());
    process.exit(0);
  }
  try {
    return parseArgs({ args, options }).values;
  } catch (error) {
    throw new Refusal(`${(error as Error).message}\n\n${help.trim()}`);
  }
}
