import { readFileSync, watch } from "node:fs";
import { basename, dirname } from "node:path";

/** Milliseconds in which changes count as one: editors save in several steps. */
const pause = 200;

/** Puts the rules of a file in force; returns their errors, if any, and then the old ones stay. */
export async function loadRules(
  host: string,
  projectId: string,
  file: string,
): Promise<string | undefined> {
  const reply = await fetch(`http://${host}/emulator/v1/projects/${projectId}:securityRules`, {
    method: "PUT",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({
      rules: { files: [{ name: basename(file), content: readFileSync(file, "utf8") }] },
    }),
  });
  if (reply.ok) return undefined;
  const { error } = (await reply.json()) as { error: { message: string } };
  return error.message;
}

/** Puts a file's rules in force whenever it changes, and says how that went. */
export function watchRules(
  host: string,
  projectId: string,
  file: string,
  log: (line: string) => void,
): { stop(): void } {
  let timer: NodeJS.Timeout | undefined;
  const reload = () => {
    const name = basename(file);
    loadRules(host, projectId, file).then(
      (flaws) => log(flaws === undefined ? `Reloaded: ${name}` : `Not loaded, ${name}: ${flaws}`),
      (error: unknown) => log(`Not loaded, ${name}: ${(error as Error).message}`),
    );
  };
  // Watches the folder, not the file: editors often replace the file.
  const watcher = watch(dirname(file), (_event, name) => {
    if (name !== basename(file)) return;
    clearTimeout(timer);
    timer = setTimeout(reload, pause);
  });
  return {
    stop: () => {
      clearTimeout(timer);
      watcher.close();
    },
  };
}
