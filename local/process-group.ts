import type { ChildProcess } from "node:child_process";

/** Kills whatever is left of the process group that a detached child leads. */
export function killGroup({ pid }: ChildProcess): void {
  try {
    if (pid !== undefined) process.kill(-pid, "SIGKILL");
  } catch {
    // The group is empty.
  }
}
