import { spawn } from "node:child_process";
import { once } from "node:events";
import { parseOptions } from "../command";
import { freeOffset } from "../../local/ports/free-ports";
import type { Addresses } from "../../local/ports/ports";
import { seeds } from "../../local/stack/seeds";
import { aborted, stopSignal } from "../../local/stack/stop-signal";
import { startLocalStack } from "./local-stack";
import { projectAround } from "./project-folder";

/** Runs a team's project on this computer, until it is stopped or a command has ended. */
export async function main(args: string[]): Promise<void> {
  const end = args.indexOf("--");
  const [own, command] = end < 0 ? [args, []] : [args.slice(0, end), args.slice(end + 1)];
  const options = parseOptions(
    own,
    {
      project: { type: "string", default: "demo-app" },
      "port-offset": { type: "string" },
    },
    "dev",
  );
  const stopped = stopSignal("Stopped before it was ready.");
  const offset = options["port-offset"];
  const portOffset = offset === undefined && command.length > 0 ? await freeOffset() : 0;
  const stack = await startLocalStack(projectAround(process.cwd()), {
    projectId: options.project,
    portOffset: offset === undefined ? portOffset : Number(offset),
    log: (line) => console.log(line),
    signal: stopped,
  });
  const urls = urlsOf(stack.addresses, options.project);
  for (const [name, value] of Object.entries(urls)) console.log(`  ${name.padEnd(15)}${value}`);
  console.log(`  ${"Log".padEnd(15)}${stack.logFile}\nready`);
  try {
    const requested = aborted(stopped).catch(() => undefined);
    const running = command.length > 0 ? run(command, urls) : requested;
    const reason = await Promise.race([running, requested, stack.ended]);
    if (reason instanceof Error) throw reason;
    process.exitCode = reason;
  } finally {
    await stack.stop();
  }
  process.exit();
}

/** Where things are, as a command finds them in its environment. */
function urlsOf({ functions, hosting, inbox }: Addresses, project: string): Record<string, string> {
  const [admin, user] = seeds;
  return {
    PAGES_URL: `http://${hosting}`,
    API_URL: `http://${hosting}/api`,
    FUNCTIONS_URL: `http://${functions}/${project}/us-central1`,
    INBOX_URL: `http://${inbox}`,
    ADMIN_EMAIL: admin?.email ?? "",
    USER_EMAIL: user?.email ?? "",
    USER_PASSWORD: user?.password ?? "",
  };
}

/** Resolves with the command's exit code. */
async function run([program = "", ...args]: string[], urls: object): Promise<number> {
  const child = spawn(program, args, {
    stdio: "inherit",
    env: { ...process.env, ...urls },
    shell: process.platform === "win32",
  });
  const [code] = (await once(child, "close")) as [number | null];
  return code ?? 1;
}
