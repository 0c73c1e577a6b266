import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";
import { placeholder } from "../create/placeholder";
import { readOwnFiles } from "../init/own-files";
import { pack } from "./pack";
import { published } from "./published";
import { buildPages } from "./pages";

const root = join(__dirname, "../..");

interface Manifest {
  version: string;
  license: string;
  engines: object;
  dependencies: Record<string, string>;
}

const read = (file: string) => JSON.parse(readFileSync(join(root, file), "utf8")) as Manifest;
const write = (file: string, value: object) =>
  writeFileSync(file, `${JSON.stringify(value, undefined, 2)}\n`);

/**
 * Makes the package `create-firebase-auth-backend`.
 *
 * @param folder - where it is put together, and where the tarball goes.
 * @returns the tarball's path.
 */
export async function makeCreatePackage(folder: string): Promise<string> {
  const contents = join(folder, "create-firebase-auth-backend");
  rmSync(contents, { recursive: true, force: true });
  const template = join(contents, "template");
  mkdirSync(template, { recursive: true });
  cpSync(join(root, "samples/new-project"), template, { recursive: true });
  const { version, license } = read("functions/package.json");
  const manifest = join(template, "functions/package.json");
  const own = JSON.parse(readFileSync(manifest, "utf8")) as Manifest;
  const dependencies = { ...own.dependencies, "firebase-auth-backend": `^${version}` };
  write(manifest, { ...own, dependencies });
  write(join(template, "firebase.json"), configuration());
  await buildPages({
    web: join(root, "web"),
    output: join(template, "public"),
    parameters: { APP_NAME: placeholder },
  });
  await build({
    entryPoints: [join(root, "cli/create/main.ts")],
    outfile: join(contents, "create.js"),
    bundle: true,
    platform: "node",
    target: "node20",
    mainFields: ["module", "main"],
    define: { OWN_FILES: JSON.stringify(readOwnFiles()) },
    logLevel: "error",
  });
  cpSync(join(root, "LICENSE"), join(contents, "LICENSE"));
  const manifestOfCommand = published({
    name: "create-firebase-auth-backend",
    version,
    license,
    description: "Makes a Firebase project with accounts: npm create firebase-auth-backend my-app",
    engines: read("package.json").engines,
    bin: { "create-firebase-auth-backend": "create.js" },
    files: ["create.js", "template"],
  });
  write(join(contents, "package.json"), manifestOfCommand);
  return pack(contents, folder);
}

/** This repository's `firebase.json`, for a project that has its pages built. */
function configuration(): object {
  const { hosting } = JSON.parse(readFileSync(join(root, "firebase.json"), "utf8")) as {
    hosting: object;
  };
  return {
    functions: [{ source: "functions", runtime: "nodejs24", ignore: ignored }],
    hosting: { ...hosting, public: "public", predeploy: undefined },
  };
}

const ignored = ["node_modules", "test", "*.log", ".env.local", ".secret.local"];
