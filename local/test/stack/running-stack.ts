import { execFileSync, spawn, type ChildProcess } from "node:child_process";
import { on } from "node:events";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { eventually } from "../../demo/patience";
import { freeOffset, requireFree } from "../../ports/free-ports";
import { portsAt, type PortNumbers } from "../../ports/ports";

const run = join(__dirname, "../../../cli/run.js");

/** `npm start` in a process of its own, on free ports and with a folder for temporary files that nobody else uses. */
export class RunningStack {
  readonly #output: string[] = [];

  private constructor(
    readonly process: ChildProcess,
    readonly projectId: string,
    readonly ports: PortNumbers,
    readonly temporary: string,
  ) {
    for (const stream of [process.stdout, process.stderr]) {
      stream?.on("data", (chunk: Buffer) => this.#output.push(chunk.toString()));
    }
  }

  static async start(): Promise<RunningStack> {
    const offset = await freeOffset();
    const projectId = `demo-test-${offset}`;
    const temporary = mkdtempSync(join(tmpdir(), "stack-test-"));
    const child = spawn(
      process.execPath,
      [run, "start", "--no-watch", "--project", projectId, "--port-offset", String(offset)],
      // A compiler's cache is meant to stay, but not to be counted here.
      { env: { ...process.env, TMPDIR: temporary, TSX_DISABLE_CACHE: "1" } },
    );
    return new RunningStack(child, projectId, portsAt(offset), temporary);
  }

  get output(): string {
    return this.#output.join("");
  }

  /** Resolves when the text has been printed. */
  async printed(text: string): Promise<void> {
    const { stdout } = this.process;
    if (!stdout) return;
    const chunks = on(stdout, "data", { close: ["end"] });
    while (!this.output.includes(text)) {
      const { done } = await chunks.next();
      if (done) throw new Error(`It ended and never said "${text.trim()}":\n${this.output}`);
    }
  }

  exit(): Promise<number | null> {
    return new Promise((resolve) => this.process.once("close", resolve));
  }

  /** The process of the Firebase CLI, which is the group of all that it starts. It may be about to start. */
  async emulators(): Promise<number> {
    const cli = await eventually(
      () =>
        Promise.resolve(
          processes().find(({ command }) =>
            command.includes(`emulators:start --project ${this.projectId}`),
          ),
        ),
      (found) => found !== undefined,
      5_000,
    );
    if (!cli) throw new Error("No emulators run");
    return cli.id;
  }

  /** What is there that was not before: processes of a group, ports and files. */
  async leftovers(group: number): Promise<object> {
    return {
      processes: processes().filter((each) => each.group === group && !each.isDead),
      ports: await requireFree(this.ports).then(
        () => "free",
        (error: unknown) => String(error),
      ),
      files: readdirSync(this.temporary),
    };
  }

  /** Ends what a failed test has left. */
  dispose(): void {
    this.process.kill("SIGKILL");
    rmSync(this.temporary, { recursive: true, force: true });
  }
}

export const nothing = { processes: [], ports: "free", files: [] };

function processes(): { id: number; group: number; isDead: boolean; command: string }[] {
  return execFileSync("ps", ["-Ao", "pid=,pgid=,stat=,args="], { encoding: "utf8" })
    .split("\n")
    .map((line) => /^\s*(\d+)\s+(\d+)\s+(\S+)\s+(.*)$/.exec(line))
    .filter((match) => match !== null)
    .map(([, id, group, state, command]) => ({
      id: Number(id),
      group: Number(group),
      isDead: state?.startsWith("Z") ?? false,
      command: command ?? "",
    }));
}
