import { watch } from "node:fs";
import { join } from "node:path";

/** Milliseconds in which changes count as one: editors save in several steps. */
const pause = 200;

/** The files in which a team keeps a project's parameters. */
export const teamFiles = (projectId: string): string[] => [".env", `.env.${projectId}`];

/** Watches a team's parameter files, including those that do not exist yet. */
export function watchParameters(
  functions: string,
  projectId: string,
  changed: (file: string) => void,
): { stop(): void } {
  const timers = new Map<string, NodeJS.Timeout>();
  const watcher = watch(functions, (_event, name) => {
    if (name === null || !teamFiles(projectId).includes(name)) return;
    clearTimeout(timers.get(name));
    timers.set(
      name,
      setTimeout(() => changed(join(functions, name)), pause),
    );
  });
  return {
    stop: () => {
      for (const timer of timers.values()) clearTimeout(timer);
      watcher.close();
    },
  };
}
