import { readFileSync, writeFileSync } from "node:fs";
import Module from "node:module";
import { dirname, join } from "node:path";
import { Script } from "node:vm";

// Loads a script with what V8 made of it where the container was built (compile.ts), so that it isn't compiled anew.

/** What was loaded, by the name of its file: whoever loads it twice has it once. */
const loaded = new Map<string, unknown>();

/** Loads a script of this folder, as `require` does. One that was never compiled is required. */
export function load(name: string): unknown {
  if (!loaded.has(name)) {
    const cachedData = read(cacheOf(name));
    loaded.set(name, cachedData ? run(name, cachedData).exports : requireFrom(fileOf(name)));
  }
  return loaded.get(name);
}

/** Loads a script, and gives what writes down what V8 made of it so far. */
export function compile(name: string): { exports: unknown; save: () => void } {
  const { exports, script } = run(name);
  loaded.set(name, exports);
  return { exports, save: () => writeFileSync(cacheOf(name), script.createCachedData()) };
}

type Wrapped = (
  exports: unknown,
  require: NodeJS.Require,
  module: { exports: unknown },
  file: string,
  folder: string,
) => void;

/** A cache of another version of Node is of no use, and V8 makes none of it. */
function run(name: string, cachedData?: Buffer): { exports: unknown; script: Script } {
  const filename = fileOf(name);
  // The bundle is ASCII, and so takes half the memory.
  const code = Module.wrap(readFileSync(filename, "latin1"));
  const script = new Script(code, { filename, ...(cachedData && { cachedData }) });
  const module: { exports: unknown } = { exports: {} };
  const wrapped = script.runInThisContext() as Wrapped;
  wrapped(module.exports, Module.createRequire(filename), module, filename, dirname(filename));
  return { exports: module.exports, script };
}

const requireFrom = Module.createRequire(__filename);

const fileOf = (name: string) => join(__dirname, name);
const cacheOf = (name: string) => `${fileOf(name)}.cache`;

function read(file: string): Buffer | undefined {
  try {
    return readFileSync(file);
  } catch {
    return undefined;
  }
}
