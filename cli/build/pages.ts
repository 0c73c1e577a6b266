import { spawn } from "node:child_process";
import { watch } from "node:fs";
import { dirname, join } from "node:path";
import { text } from "node:stream/consumers";
import { defaultParameters } from "../../functions/src/config";
import { Refusal } from "../command";
import type { Parameters } from "../../local/stack/parameters";

export interface PagesBuild {
  /** The folder with the pages' sources. */
  web: string;
  /** Where the pages go. */
  output: string;
  /** The functions' parameters, of which the pages share some. */
  parameters: Parameters;
  /** The page that shows caught mail, on the local stack only: the pages then have a stand-in for Google, and hints. */
  inbox?: string;
}

/** Bundles the pages once. Vite has a process of its own, for it is large and wanted for seconds only. */
export async function buildPages({ web, output, parameters, inbox }: PagesBuild): Promise<void> {
  const vite = spawn(
    process.execPath,
    [
      join(dirname(require.resolve("vite/package.json")), "bin/vite.js"),
      ...["build", web, "--outDir", output, "--config", join(web, "vite.config.mts")],
      ...["--emptyOutDir", "--logLevel", "error"],
    ],
    {
      cwd: web,
      env: {
        ...process.env,
        NO_COLOR: "1",
        // Vite would leave a cache of compiled code among the temporary files.
        NODE_DISABLE_COMPILE_CACHE: "1",
        ...environment(parameters, inbox),
      },
      stdio: ["ignore", "ignore", "pipe"],
    },
  );
  const [flaws, code] = await Promise.all([
    text(vite.stderr),
    new Promise((resolve, reject) => vite.once("error", reject).once("close", resolve)),
  ]);
  if (code !== 0) throw new Refusal(`The pages can't be built: ${flaws.trim()}`);
}

/** What web/src/settings.ts reads. */
function environment(parameters: Parameters, inbox: string | undefined): NodeJS.ProcessEnv {
  const { APP_NAME, APP_COLOR = "", ALLOWED_ORIGINS } = { ...defaultParameters(), ...parameters };
  return {
    VITE_APP_NAME: APP_NAME,
    VITE_APP_COLOR: APP_COLOR.replace(/^#?/, "#"),
    VITE_ALLOWED_ORIGINS: ALLOWED_ORIGINS,
    VITE_INBOX: inbox,
  };
}

/** Milliseconds in which changes count as one: editors save in several steps. */
const pause = 200;

/** Bundles the pages now and whenever a source changes. A build that fails is reported and leaves the last good one in place. */
export async function watchPages(
  build: PagesBuild,
  { failed, built }: { failed: (reason: string) => void; built: () => void },
): Promise<{ rebuild(parameters: Parameters): void; stop(): Promise<void> }> {
  await buildPages(build);
  let { parameters } = build;
  let building = Promise.resolve();
  let timer: NodeJS.Timeout | undefined;
  const rebuild = () => {
    building = building
      .then(() => buildPages({ ...build, parameters }))
      .then(built, (error: unknown) => failed((error as Error).message));
  };
  const schedule = () => {
    clearTimeout(timer);
    timer = setTimeout(rebuild, pause);
  };
  const watchers = ["src", "index.html", "auth"].map((part) =>
    watch(join(build.web, part), { recursive: true }, schedule),
  );
  return {
    rebuild: (changed) => {
      parameters = changed;
      schedule();
    },
    stop: async () => {
      clearTimeout(timer);
      for (const watcher of watchers) watcher.close();
      await building;
    },
  };
}
