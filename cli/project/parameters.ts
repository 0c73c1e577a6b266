import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseEnv } from "node:util";
import { localParameters } from "../../local/stack/parameters";
import type { PortNumbers } from "../../local/ports/ports";
import { parametersFolder } from "./place";

/**
 * Reads the parameters that a deploy to a project would use, as the Firebase CLI does: `.env`, and over it
 * `.env.<project>`. Those that no file names have their defaults in code, and no entry here.
 */
export function deployParameters(
  project: string,
  folder = parametersFolder(),
): Record<string, string> {
  return { ...read(folder, ".env"), ...read(folder, `.env.${project}`) };
}

/** Reads the parameters that a local stack has at these ports. */
export function stackParameters(ports: PortNumbers): Record<string, string> {
  const team = read(parametersFolder(), ".env");
  return { ...team, ...localParameters(ports, team) };
}

function read(folder: string, name: string): Record<string, string> {
  const file = join(folder, name);
  return existsSync(file) ? (parseEnv(readFileSync(file, "utf8")) as Record<string, string>) : {};
}
