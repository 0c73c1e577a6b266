import { spawn } from "node:child_process";
import { existsSync, watch, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { text } from "node:stream/consumers";
import { defaultParameters } from "../../functions/src/config";
import { Refusal } from "../command";
import { fetchLogo, type Logo } from "./logo";
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
  /** Where the page that shows the data is, and the others, on the local stack only: it is built then. */
  data?: { page: string; hosting: string };
  /** The folder with the team's own texts. Default: `texts` beside the sources. */
  texts?: string;
}

/** Bundles the pages once. Vite has a process of its own, for it is large and wanted for seconds only. */
export async function buildPages(pages: PagesBuild): Promise<void> {
  const { web, output, parameters, inbox } = pages;
  const { APP_LOGO_URL = "" } = parameters;
  // The local stack runs without a network; what is deployed is not to lack its logo.
  const logo =
    APP_LOGO_URL === ""
      ? undefined
      : await fetchLogo(APP_LOGO_URL, { optional: inbox !== undefined });
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
        ...environment(pages, logo),
      },
      stdio: ["ignore", "ignore", "pipe"],
    },
  );
  const [flaws, code] = await Promise.all([
    text(vite.stderr),
    new Promise((resolve, reject) => vite.once("error", reject).once("close", resolve)),
  ]);
  if (code !== 0) throw new Refusal(`The pages can't be built: ${flaws.trim()}`);
  if (logo) writeFileSync(join(output, logo.path), logo.image);
}

/** What web/src/settings.ts and web/vite.config.mts read. */
function environment(
  { parameters, inbox, data, texts }: PagesBuild,
  logo: Logo | undefined,
): NodeJS.ProcessEnv {
  const { APP_COLOR = "", ...given }: Parameters = { ...defaultParameters(), ...parameters };
  return {
    VITE_APP_NAME: given.APP_NAME,
    VITE_ALLOWED_ORIGINS: given.ALLOWED_ORIGINS,
    VITE_APP_CHECK_SITE_KEY: given.APP_CHECK_SITE_KEY,
    VITE_APP_CHECK_APP_ID: given.APP_CHECK_APP_ID,
    VITE_APP_CHECK_CONSUME: given.APP_CHECK_CONSUME,
    VITE_WEB_API_KEY: given.WEB_API_KEY,
    VITE_SIGN_UP: given.SIGN_UP,
    VITE_ROLES: given.ROLES,
    VITE_PASSWORD_MIN_LENGTH: given.PASSWORD_MIN_LENGTH,
    VITE_MAILS_PER_MINUTE: given.MAILS_PER_MINUTE,
    VITE_SUPPORT_EMAIL: given.SUPPORT_EMAIL,
    VITE_TERMS_URL: given.TERMS_URL,
    VITE_PRIVACY_URL: given.PRIVACY_URL,
    VITE_INBOX: inbox,
    VITE_DATA: data?.page,
    VITE_HOSTING: data?.hosting,
    APP_COLOR: APP_COLOR.replace(/^#?/, "#"),
    APP_CORNER_RADIUS: given.APP_CORNER_RADIUS,
    APP_FONT: given.APP_FONT,
    LOGO: logo && `/${logo.path}`,
    TEXTS: texts,
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
  const watchers = ["src", "index.html", "404.html", "auth", "texts"]
    .map((part) => join(build.web, part))
    .filter(existsSync)
    .map((part) => watch(part, { recursive: true }, schedule));
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
