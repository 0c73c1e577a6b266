import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, relative } from "node:path";

/** What a declaration imports from beside it. */
const imported = /(?:from|import)\s*\(?\s*"(\.{1,2}\/[^"]+)"/g;

/**
 * Writes the type declarations of a project that its entries lead to, and no others.
 *
 * @param project - a folder with `tsconfig.json` and `src`.
 * @param entries - names of sources in `src`.
 */
export function declarations(project: string, output: string, entries: readonly string[]): void {
  const all = mkdtempSync(join(tmpdir(), "declarations-"));
  try {
    const options = ["--declaration", "--emitDeclarationOnly", "--noEmit", "false"];
    const folders = ["--rootDir", join(project, "src"), "--outDir", all];
    const compiler = require.resolve("typescript/bin/tsc");
    execFileSync(process.execPath, [compiler, "-p", project, ...options, ...folders], {
      stdio: ["ignore", "inherit", "inherit"],
    });
    for (const file of reachable(entries.map((entry) => join(all, `${entry}.d.ts`)))) {
      const target = join(output, relative(all, file));
      mkdirSync(dirname(target), { recursive: true });
      writeFileSync(target, readFileSync(file));
    }
  } finally {
    rmSync(all, { recursive: true });
  }
}

function reachable(entries: readonly string[]): Set<string> {
  const found = new Set<string>();
  const follow = (file: string) => {
    if (found.has(file)) return;
    found.add(file);
    for (const [, path = ""] of readFileSync(file, "utf8").matchAll(imported)) {
      const target = join(dirname(file), path);
      follow(existsSync(`${target}.d.ts`) ? `${target}.d.ts` : join(target, "index.d.ts"));
    }
  };
  entries.forEach(follow);
  return found;
}
