import { readFileSync } from "node:fs";
import { join } from "node:path";

interface Locked {
  license?: string;
  dev?: boolean;
  peer?: boolean;
  hasInstallScript?: boolean;
}

const lockfile = join(__dirname, "../../../functions/package-lock.json");
const { packages } = JSON.parse(readFileSync(lockfile, "utf8")) as {
  packages: Record<string, Locked>;
};
/** What is deployed beside the SDKs, by name. */
const deployed = Object.entries(packages)
  .filter(([path, { dev, peer }]) => path !== "" && !dev && !peer)
  .map(([path, locked]) => ({ name: path.replace(/^.*node_modules\//, ""), ...locked }));

/** Licences that ask for no more than to be named. */
const permissive = ["Apache-2.0", "BlueOak-1.0.0", "BSD-2-Clause", "BSD-3-Clause", "ISC"];
const allowed = new Set([...permissive, "0BSD", "MIT", "MIT-0"]);

// One more is a decision: whoever makes it adds it here.
test("beside the SDKs, these packages are deployed and no others", () => {
  expect(deployed.map(({ name }) => name).sort()).toEqual([
    "@asteasolutions/zod-to-openapi",
    "@hono/zod-openapi",
    "@hono/zod-validator",
    "@zxcvbn-ts/dictionary-compression",
    "@zxcvbn-ts/language-common",
    "bowser",
    "eta",
    "hono",
    "ipaddr.js",
    "lru-cache",
    "nodemailer",
    "openapi3-ts",
    "yaml",
    "zod",
  ]);
});

test("none of them runs a script when it is installed", () => {
  expect(deployed.filter(({ hasInstallScript }) => hasInstallScript)).toEqual([]);
});

test("each has a licence that a product may be built on", () => {
  const others = deployed.filter(({ license = "none" }) => !allowed.has(license));
  expect(others.map(({ name, license }) => `${name}: ${license}`)).toEqual([]);
});
