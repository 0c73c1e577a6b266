import { execFile } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseEnv, promisify } from "node:util";
import { lowerCased } from "../../functions/src/email-address";
import { Refusal } from "../command";
import { functionsFolder } from "../project/place";
import { connect, type Target } from "../project/target";

/**
 * Lets an address sign in again, whether somebody has it or not. The counters' names are keyed, so this needs
 * the secret `AUTH_KEYS`: the environment's, that of the stack's file, or the project's.
 */
export async function unlock(email: string, target: Target): Promise<void> {
  process.env.AUTH_KEYS ??= await keysOf(target);
  const { limits } = await connect(target);
  await limits.unlock(lowerCased(email));
  console.log(`${email} may try again, at the latest in 30 seconds.`);
}

async function keysOf({ project, portOffset }: Target): Promise<string> {
  if (project.startsWith("demo-")) return keysOfStack(portOffset);
  const args = ["firebase", "functions:secrets:access", "AUTH_KEYS", "--project", project];
  try {
    return (await promisify(execFile)("npx", args)).stdout.trim();
  } catch (cause) {
    throw new Refusal(
      `The secret AUTH_KEYS of ${project} can't be read (npx ${args.join(" ")}). Set it in the environment instead.`,
      { cause },
    );
  }
}

function keysOfStack(portOffset: number): string {
  const file = join(functionsFolder(), ".secret.local");
  const { AUTH_KEYS } =
    portOffset === 0 && existsSync(file) ? parseEnv(readFileSync(file, "utf8")) : {};
  if (AUTH_KEYS !== undefined) return AUTH_KEYS;
  throw new Refusal(
    "The stack's AUTH_KEYS are not in functions/.secret.local: set them in the environment.",
  );
}
