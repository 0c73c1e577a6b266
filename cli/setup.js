"use strict";

const { spawn } = require("node:child_process");
const { existsSync, readFileSync } = require("node:fs");
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
  console.log(`Installing ${wanted.size} packages for ${name}; the first time takes minutes`);
  const begin = Date.now();
  const progress = setInterval(() => {
    const begun = [...wanted.keys()].filter((path) =>
      existsSync(join(folder, path, "package.json")),
    );
    const seconds = Math.round((Date.now() - begin) / 1000);
    console.log(`  ${begun.length} of ${wanted.size} are being unpacked, ${seconds} s`);
  }, progressInterval);
  try {
    await npmCi(folder);
  } finally {
    clearInterval(progress);
  }
}

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
 * @returns {Promise<void>}
 */
function npmCi(folder) {
  const npm = spawn("npm", ["ci", "--no-audit", "--no-fund", "--loglevel", "error"], {
    cwd: folder,
    stdio: ["ignore", "ignore", "inherit"],
    shell: process.platform === "win32",
  });
  const interrupt = () => npm.kill("SIGINT");
  process.on("SIGINT", interrupt).on("SIGTERM", interrupt);
  return new Promise((resolve, reject) => {
    npm.on("error", reject);
    npm.on("close", (code) => {
      process.off("SIGINT", interrupt).off("SIGTERM", interrupt);
      if (code === 0) resolve();
      else reject(new Error(`"npm ci" in ${folder} did not succeed.`));
    });
  });
}

module.exports = { ensureInstalled };
