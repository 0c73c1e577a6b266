import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { writeBillOfMaterials } from "../../build/bill-of-materials";

interface Component {
  name: string;
  version: string;
  hashes?: unknown[];
}

interface Locked {
  version?: string;
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

test("the bill of materials of a release names each, by version and digest", () => {
  const folder = mkdtempSync(join(tmpdir(), "bill-"));
  try {
    const file = writeBillOfMaterials(join(__dirname, "../../../functions"), folder);
    const { components } = JSON.parse(readFileSync(file, "utf8")) as { components: Component[] };
    const named = components.map(({ name, version }) => `${name}@${version}`);
    const wanted = deployed.map(({ name, version }) => `${name}@${version}`);
    expect(named).toEqual(expect.arrayContaining(wanted));
    expect(components.map(({ name }) => name)).toContain("firebase-admin");
    expect(components.filter(({ hashes = [] }) => hashes.length === 0)).toEqual([]);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
