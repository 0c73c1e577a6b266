import { fileURLToPath } from "node:url";
import { defineConfig } from "vite";
import { texts } from "./texts.mts";
import { theme } from "./theme.mts";

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));

const {
  VITE_APP_NAME = "",
  VITE_DATA,
  APP_COLOR = "",
  APP_CORNER_RADIUS = "",
  APP_FONT = "",
  LOGO = "",
  TEXTS = at("texts"),
} = process.env;

/** What every page needs goes into one file; many small ones take longer and compress worse. The account and the administration have their own. */
const shared =
  /\/src\/(?!api\/(?:m[ey]|admin)|ui\/(?:editable|menu|paged|pending|save-file)|i18n\/time)(api\/|ui\/|[\w-]+\.ts|i18n\/[a-z]{3,}\.ts|password\/reveal)|\/hono\//;

/** Four pages, and the local stack's own. What they are told at build time is in src/settings.ts; the API's own page is built by cli/build/docs-page.ts. */
export default defineConfig({
  root: at("."),
  publicDir: false,
  plugins: [
    texts(TEXTS),
    theme({
      appName: VITE_APP_NAME,
      color: APP_COLOR,
      cornerRadius: APP_CORNER_RADIUS,
      font: APP_FONT,
      logo: LOGO,
    }),
  ],
  build: {
    target: "es2022",
    emptyOutDir: true,
    // One request less, and nothing inline that the content-security policy would have to allow.
    assetsInlineLimit: 0,
    // Vite's own would put a helper of a kilobyte into every page; see the plugin.
    modulePreload: false,
    rolldownOptions: {
      input: [
        ...[at("index.html"), at("admin.html"), at("auth/action.html"), at("404.html")],
        ...(VITE_DATA === undefined ? [] : [at("data.html")]),
      ],
      output: { codeSplitting: { groups: [{ name: "shared", test: shared }] } },
    },
  },
});
