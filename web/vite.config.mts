import { fileURLToPath } from "node:url";
import { defineConfig } from "vite";

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** Two pages. What they are told at build time is in src/settings.ts. */
export default defineConfig({
  root: at("."),
  publicDir: false,
  build: {
    target: "es2022",
    emptyOutDir: true,
    // One request less, and nothing inline that the content-security policy would have to allow.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: { input: [at("index.html"), at("auth/action.html")] },
  },
});
