import { execFileSync, spawn, type ChildProcess } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { createInterface } from "node:readline";
import { freePort } from "../../local/ports/free-ports";
import { portsAt } from "../../local/ports/ports";

const root = join(__dirname, "../..");
const page = readFileSync(join(root, "docs/web-app.md"), "utf8");

/** The compilers of a team's app: the one of this repository, and the one that the template names. */
export const compilers = { "TypeScript 6": join(root, "node_modules"), "TypeScript 7": fetched() };

/** Gets TypeScript 7 from npm once: as a dependency beside version 6 it would take the name `tsc` from it. */
function fetched(): string {
  const folder = join(root, "node_modules/.cache/typescript-7");
  const packages = join(folder, "node_modules");
  if (existsSync(join(packages, "typescript"))) return packages;
  mkdirSync(folder, { recursive: true });
  const options = ["--no-audit", "--no-fund", "--ignore-scripts"];
  execFileSync("npm", ["install", "--prefix", folder, ...options, "typescript@7.0.2"], {
    shell: process.platform === "win32",
    stdio: "pipe",
  });
  return packages;
}

/** Shows the test what the documentation's snippets export. */
const main = `
import * as profile from "./profile";
import * as session from "./session";
import * as both from "./both";
Object.assign(window, { profile, session, both });
`;

/** A web app from Vite's template in a folder of its own, with the snippets of docs/web-app.md in it. */
export function makeViteApp(folder: string, portOffset: number): void {
  const create = require.resolve("create-vite/index.js");
  execFileSync(
    process.execPath,
    [create, basename(folder), "--template", "vanilla-ts", "--no-interactive"],
    {
      cwd: dirname(folder),
      stdio: "pipe",
    },
  );
  mkdirSync(join(folder, "node_modules/@types"), { recursive: true });
  for (const [name, from] of [
    ...["vite", "typescript", "firebase", "@types/react"].map(
      (name) => [name, "node_modules"] as const,
    ),
    ["hono", "functions/node_modules"] as const,
  ]) {
    symlinkSync(join(root, from, name), join(folder, "node_modules", name));
  }
  cpSync(join(root, "functions/client.d.ts"), join(folder, "src/auth-api.d.ts"));
  cpSync(join(root, "functions/client/session.ts"), join(folder, "src/auth-session.ts"));
  for (const [, file = "", code = ""] of page.matchAll(/```ts\n\/\/ (src\/\S+)\n([^]*?)```/g)) {
    writeFileSync(join(folder, file), atOffset(code, portOffset));
  }
  writeFileSync(join(folder, "src/main.ts"), main);
}

/** The documentation names the usual ports; the test's stack is shifted. */
function atOffset(code: string, portOffset: number): string {
  const [usual, shifted] = [portsAt(0), portsAt(portOffset)];
  return (["auth", "firestore", "functions", "hosting"] as const).reduce(
    (text, part) => text.replaceAll(String(usual[part]), String(shifted[part])),
    code,
  );
}

/** Compiles the app by the template's own options; gives what the compiler found. */
export function compile(folder: string, compiler: string): string {
  try {
    return execFileSync(process.execPath, [join(compiler, "typescript/bin/tsc")], {
      cwd: folder,
      encoding: "utf8",
    });
  } catch (error) {
    return (error as { stdout: string }).stdout;
  }
}

/** Starts Vite's dev server on a free port. */
export async function serve(folder: string): Promise<{ port: number; vite: ChildProcess }> {
  const port = await freePort();
  const vite = spawn(
    process.execPath,
    [
      "node_modules/vite/bin/vite.js",
      "--host",
      "127.0.0.1",
      "--port",
      String(port),
      "--strictPort",
    ],
    { cwd: folder, stdio: ["ignore", "pipe", "inherit"], env: { ...process.env, NO_COLOR: "1" } },
  );
  for await (const line of createInterface(vite.stdout)) {
    if (line.includes("Local:")) return { port, vite };
  }
  throw new Error("Vite did not start.");
}
