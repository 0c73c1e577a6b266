"use strict";

const { spawn } = require("node:child_process");
const { existsSync, lstatSync, readFileSync } = require("node:fs");
const { join } = require("node:path");

/** Milliseconds between two lines of progress while packages are being installed. */
const progressInterval = 5_000;

/**
 * @typedef {object} Project A folder with a lockfile.
 * @property {string} folder
 * @property {string} name What to call it in the progress lines.
 * @property {boolean} dev Whether its development dependencies are wanted, too.
 */

/**
 * @typedef {object} Installation
 * @property {Project} project
 * @property {Map<string, string>} wanted Versions by path.
 */

/**
 * Installs what the projects' lockfiles name, side by side, unless their `node_modules` hold it already.
 *
 * @param {Project[]} projects
 */
async function ensureInstalled(projects) {
  const missing = projects
    .map((project) => ({ project, wanted: lockedPackages(lockfile(project), project.dev) }))
    .filter(({ project, wanted }) => !isInstalled(project, wanted));
  if (missing.length === 0) return;
  for (const { project } of missing) {
    const packages = join(project.folder, "node_modules");
    if (isLink(packages)) {
      throw new Error(`${packages} is a link, and npm would empty what it leads to.`);
    }
  }
  const what = missing.map(({ project, wanted }) => `${wanted.size} for ${project.name}`);
  console.log(`Installing packages, ${what.join(", ")}; the first time takes about a minute`);
  const begin = Date.now();
  const progress = setInterval(() => {
    const seconds = Math.round((Date.now() - begin) / 1000);
    console.log(`  ${missing.map(progressOf).join("; ")}, ${seconds} s`);
  }, progressInterval);
  try {
    await install(missing, () => clearInterval(progress));
  } finally {
    clearInterval(progress);
  }
}

/** @param {Project} project */
const lockfile = ({ folder }) => join(folder, "package-lock.json");

/** @param {string} path */
const isLink = (path) => lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() ?? false;

/**
 * Reads the version of each package that a lockfile names, without those for some platforms only.
 *
 * @param {string} file
 * @param {boolean} dev
 * @returns {Map<string, string>} Versions by path, such as `node_modules/zod`.
 */
function lockedPackages(file, dev) {
  /** @typedef {{ version: string, optional?: boolean, dev?: boolean, devOptional?: boolean }} Locked */
  /** @type {{ packages: Record<string, Locked> }} */
  const { packages } = JSON.parse(readFileSync(file, "utf8"));
  return new Map(
    Object.entries(packages)
      .filter(([path, { optional }]) => path !== "" && !optional)
      .filter(([, locked]) => dev || !(locked.dev || locked.devOptional))
      .map(([path, { version }]) => [path, version]),
  );
}

/**
 * npm records what it installed as its last step, so an interrupted install does not count.
 *
 * @param {Project} project
 * @param {Map<string, string>} wanted
 */
function isInstalled({ folder }, wanted) {
  const record = join(folder, "node_modules/.package-lock.json");
  if (!existsSync(record)) return false;
  const present = lockedPackages(record, true);
  return [...wanted].every(([path, version]) => present.get(path) === version);
}

/** @param {Installation} installation */
function progressOf({ project: { folder, name }, wanted }) {
  const unpacked = [...wanted.keys()].filter((path) =>
    existsSync(join(folder, path, "package.json")),
  );
  return unpacked.length < wanted.size
    ? `${unpacked.length} of ${wanted.size} for ${name} are unpacked`
    : `all for ${name} are unpacked, npm completes and checks them`;
}

/**
 * @param {Installation[]} missing
 * @param {() => void} onInterrupt
 */
async function install(missing, onInterrupt) {
  const stop = new AbortController();
  const interrupt = () => {
    if (stop.signal.aborted) return;
    onInterrupt();
    console.log("Stopping npm");
    stop.abort();
  };
  process.on("SIGINT", interrupt).on("SIGTERM", interrupt);
  const runs = missing.map(({ project }) => npm(project, stop.signal));
  // Whatever one of them says, none is left running.
  await Promise.allSettled(runs);
  process.off("SIGINT", interrupt).off("SIGTERM", interrupt);
  if (stop.signal.aborted) throw new Error("Stopped before the packages were installed.");
  await Promise.all(runs);
}

/**
 * @param {Project} project
 * @param {AbortSignal} signal
 * @returns {Promise<void>}
 */
function npm(project, signal) {
  const { folder, dev } = project;
  // Development dependencies are added to what is there: something may be running on it.
  const isThere = isInstalled(project, lockedPackages(lockfile(project), false));
  const how = isThere ? ["install", "--no-save"] : ["ci", ...(dev ? [] : ["--omit=dev"])];
  const child = spawn(
    "npm",
    // Nothing here needs the packages' own scripts; one of them would compile C++ for minutes.
    [...how, "--no-audit", "--no-fund", "--ignore-scripts", "--loglevel", "error"],
    {
      cwd: folder,
      stdio: ["ignore", "ignore", "inherit"],
      shell: process.platform === "win32",
      // npm would undo what it did for many seconds; the next start begins from nothing anyway.
      signal,
      killSignal: "SIGKILL",
    },
  );
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code) => {
      if (code === 0) resolve();
      else {
        const why = "What npm said stands above; without a network nothing can be installed.";
        reject(new Error(`"npm ${how.join(" ")}" in ${folder} did not succeed. ${why}`));
      }
    });
  });
}

module.exports = { ensureInstalled };
