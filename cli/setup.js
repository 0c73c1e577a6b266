"use strict";

const { spawn } = require("node:child_process");
const { existsSync, lstatSync, readFileSync } = require("node:fs");
const { join } = require("node:path");

/** Milliseconds between two lines of progress while packages are being installed. */
const progressInterval = 5_000;

/**
 * Installs what a folder's lockfile names, unless that is what its `node_modules` holds already.
 *
 * @param {string} folder
 * @param {string} name What to call the folder in the progress lines.
 */
async function ensureInstalled(folder, name) {
  const wanted = lockedPackages(join(folder, "package-lock.json"));
  if (isInstalled(folder, wanted)) return;
  const packages = join(folder, "node_modules");
  if (isLink(packages)) {
    throw new Error(`${packages} is a link, and npm would empty what it leads to.`);
  }
  console.log(`Installing ${wanted.size} packages for ${name}; the first time takes minutes`);
  const begin = Date.now();
  const progress = setInterval(() => {
    const unpacked = [...wanted.keys()].filter((path) =>
      existsSync(join(folder, path, "package.json")),
    );
    const what =
      unpacked.length < wanted.size
        ? `${unpacked.length} of ${wanted.size} are being unpacked`
        : "All are unpacked; npm completes and checks them";
    console.log(`  ${what}, ${Math.round((Date.now() - begin) / 1000)} s`);
  }, progressInterval);
  try {
    await npmCi(folder, () => clearInterval(progress));
  } finally {
    clearInterval(progress);
  }
}

/** @param {string} path */
const isLink = (path) => lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() ?? false;

/**
 * Reads the version of each package that a lockfile names, without those for some platforms only.
 *
 * @param {string} file
 * @returns {Map<string, string>} Versions by path, such as `node_modules/zod`.
 */
function lockedPackages(file) {
  /** @type {{ packages: Record<string, { version: string, optional?: boolean }> }} */
  const { packages } = JSON.parse(readFileSync(file, "utf8"));
  return new Map(
    Object.entries(packages)
      .filter(([path, { optional }]) => path !== "" && !optional)
      .map(([path, { version }]) => [path, version]),
  );
}

/**
 * npm records what it installed as its last step, so an interrupted install does not count.
 *
 * @param {string} folder
 * @param {Map<string, string>} wanted
 */
function isInstalled(folder, wanted) {
  const record = join(folder, "node_modules/.package-lock.json");
  if (!existsSync(record)) return false;
  const present = lockedPackages(record);
  return [...wanted].every(([path, version]) => present.get(path) === version);
}

/**
 * @param {string} folder
 * @param {() => void} onInterrupt
 * @returns {Promise<void>}
 */
function npmCi(folder, onInterrupt) {
  const npm = spawn(
    "npm",
    // Nothing here needs the packages' own scripts; one of them would compile C++ for minutes.
    ["ci", "--no-audit", "--no-fund", "--ignore-scripts", "--loglevel", "error"],
    {
      cwd: folder,
      stdio: ["ignore", "ignore", "inherit"],
      shell: process.platform === "win32",
    },
  );
  let isInterrupted = false;
  const interrupt = () => {
    if (isInterrupted) return;
    isInterrupted = true;
    onInterrupt();
    console.log("Stopping npm");
    // It would undo what it did for many seconds; the next start begins from nothing anyway.
    npm.kill("SIGKILL");
  };
  process.on("SIGINT", interrupt).on("SIGTERM", interrupt);
  return new Promise((resolve, reject) => {
    npm.on("error", reject);
    npm.on("close", (code) => {
      process.off("SIGINT", interrupt).off("SIGTERM", interrupt);
      if (isInterrupted) reject(new Error("Stopped before the packages were installed."));
      else if (code === 0) resolve();
      else {
        const why = "What npm said stands above; without a network nothing can be installed.";
        reject(new Error(`"npm ci" in ${folder} did not succeed. ${why}`));
      }
    });
  });
}

module.exports = { ensureInstalled };
