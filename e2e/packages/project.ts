import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** The tarballs that `npm run pack` would make. */
export const packed = (): string => tarball("PACKED");
export const packedKit = (): string => tarball("PACKED_KIT");
export const packedCreate = (): string => tarball("PACKED_CREATE");

function tarball(name: string): string {
  const path = process.env[name];
  if (path === undefined) throw new Error("Start these tests through Jest.");
  return path;
}

/** The newest firebase-admin that this Node runs: 14 asks for Node 22. */
export const newestAdmin = Number(process.versions.node.split(".")[0]) >= 22 ? 14 : 13;

/** A project of somebody else's, outside of this repository. */
export class Project {
  readonly folder = mkdtempSync(join(tmpdir(), "project-"));

  /** Begins with a copy of a sample, all of it or as the functions of the project. */
  constructor(sample: string, folder = ".") {
    mkdirSync(this.path(folder), { recursive: true });
    cpSync(join(__dirname, "../../samples", sample), this.path(folder), { recursive: true });
  }

  path(...parts: string[]): string {
    return join(this.folder, ...parts);
  }

  /** Runs what a user would type, shows it, and returns what it prints. */
  run(folder: string, command: string, ...args: string[]): string {
    process.stdout.write(`${folder}$ ${[command, ...args].join(" ")}\n`);
    return execFileSync(command, args, { cwd: this.path(folder), encoding: "utf8" });
  }

  /** Installs the package from its tarball, with this version of firebase-admin. */
  install(folder: string, firebaseAdmin: number): void {
    const quiet = ["--no-audit", "--no-fund", "--ignore-scripts", "--prefer-offline"];
    this.run(folder, "npm", "install", ...quiet, packed(), `firebase-admin@${firebaseAdmin}`);
  }

  /** The places where a package is installed: each is a copy of its own. */
  copiesOf(folder: string, name: string): string[] {
    return this.run(folder, "npm", "ls", name, "--all", "--parseable").trim().split("\n");
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}
