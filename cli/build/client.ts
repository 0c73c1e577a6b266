import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";

/**
 * Writes the entry for apps: the session helper, and the types of the routes. It keeps nothing between sessions, so
 * that it may be built twice: bundlers take the ECMAScript module apart.
 */
export async function buildClient(functions: string, lib: string): Promise<void> {
  const source = join(functions, "client");
  for (const [format, file] of [
    ["cjs", "client.js"],
    ["esm", "client.mjs"],
  ] as const) {
    await build({
      entryPoints: [join(source, "session.ts")],
      outfile: join(lib, file),
      format,
      target: "es2022",
      logLevel: "error",
    });
  }
  const options = ["--declaration", "--emitDeclarationOnly", "--noEmit", "false"];
  const compiler = require.resolve("typescript/bin/tsc");
  const output = ["--outDir", join(lib, "types/client")];
  execFileSync(process.execPath, [compiler, "-p", source, ...options, ...output], {
    stdio: ["ignore", "inherit", "inherit"],
  });
  const types = 'export * from "../client";\nexport * from "./types/client/session";\n';
  writeFileSync(join(lib, "client.d.ts"), types);
  writeFileSync(join(lib, "client.d.mts"), 'export * from "./client.js";\n');
}
