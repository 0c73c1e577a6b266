import { existsSync, realpathSync } from "node:fs";
import { delimiter, join } from "node:path";
import { entries, homeOf, type Environment } from "./jar";

/** Folders in which systems and version managers keep their Java versions. */
const collections = (environment: Environment) => [
  "/usr/lib/jvm",
  "/Library/Java/JavaVirtualMachines",
  join(homeOf(environment), ".sdkman/candidates/java"),
  ...[environment.ProgramFiles ?? []]
    .flat()
    .flatMap((folder) => ["Java", "Eclipse Adoptium"].map((maker) => join(folder, maker))),
];

const program = process.platform === "win32" ? "java.exe" : "java";

/**
 * Finds every Java of this machine, the developer's own choice (JAVA_HOME, then the path) first and then the newest. The jar
 * itself decides whether one is new enough.
 */
export function findJavas(environment: Environment): string[] {
  const { JAVA_HOME, PATH = "" } = environment;
  const others = collections(environment).flatMap((folder) =>
    entries(folder)
      .sort((a, b) => version(b) - version(a))
      .flatMap((name) => ["bin", "Contents/Home/bin"].map((bin) => join(folder, name, bin))),
  );
  const found = [
    ...(JAVA_HOME ? [join(JAVA_HOME, "bin")] : []),
    ...PATH.split(delimiter),
    ...others,
  ]
    .map((folder) => join(folder, program))
    .filter((file) => existsSync(file));
  const seen = new Set<string>();
  return found.filter((file) => {
    // The same one often has several names.
    const real = realpathSync(file);
    const isNew = !seen.has(real);
    seen.add(real);
    return isNew;
  });
}

/** The major version in a folder's name; Java 8 calls itself 1.8. */
function version(folder: string): number {
  return Number(/\d+/.exec(folder.replace("1.8", "8"))?.[0] ?? 0);
}
