import { createHash } from "node:crypto";
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pack } from "./pack";
import { published } from "./published";

const root = join(__dirname, "../..");
const own = "firebase-auth-backend";

interface Manifest {
  version: string;
  license: string;
  engines: object;
  dependencies: Record<string, string>;
  peerDependencies: Record<string, string>;
}

interface Lockfile {
  packages: Record<string, { dev?: boolean; peer?: boolean }>;
}

const read = <T>(file: string) => JSON.parse(readFileSync(join(root, file), "utf8")) as T; // eslint-disable-line @typescript-eslint/no-unnecessary-type-parameters -- Who reads a file says what it holds.

/**
 * Makes the package `firebase-auth-backend-kit`, whose root the Firebase CLI imports: every function, with the check after a
 * deploy, and the versions of what they need, as they were tested here.
 *
 * @param folder - where it is put together, and where the tarball goes.
 * @param tarball - that of `firebase-auth-backend`.
 * @returns the tarball's path.
 */
export function makeKitPackage(folder: string, tarball: string): string {
  const contents = join(folder, `${own}-kit`);
  rmSync(contents, { recursive: true, force: true });
  mkdirSync(contents, { recursive: true });
  const { engines } = read<Manifest>("package.json");
  const functions = read<Manifest>("functions/package.json");
  const { version, license, peerDependencies } = functions;
  const described = {
    ...{ name: `${own}-kit`, version, license },
    ...{ dependencies: { [own]: version }, peerDependencies },
  };
  const write = (file: string, text: string) => writeFileSync(join(contents, file), text);
  write("index.js", `"use strict";\nmodule.exports = require("${own}/kit");\n`);
  write("index.d.ts", `export * from "${own}/kit";\n`);
  write(
    "npm-shrinkwrap.json",
    JSON.stringify({
      ...{ name: described.name, version, lockfileVersion: 3, requires: true },
      packages: {
        "": described,
        [`node_modules/${own}`]: {
          ...{ version, license, integrity: integrityOf(tarball) },
          ...{ dependencies: functions.dependencies, peerDependencies },
        },
        ...lockedDependencies(),
      },
    }),
  );
  write(
    "package.json",
    JSON.stringify({
      ...published(described),
      engines,
      description: "The authentication back end as a function kit.",
      main: "index.js",
      types: "index.d.ts",
      files: ["index.js", "index.d.ts", "npm-shrinkwrap.json"],
    }),
  );
  cpSync(join(root, "LICENSE"), join(contents, "LICENSE"));
  return pack(contents, folder);
}

/** What the functions' lockfile says of their dependencies. The SDKs are the project's own. */
const lockedDependencies = () =>
  Object.fromEntries(
    Object.entries(read<Lockfile>("functions/package-lock.json").packages).filter(
      ([path, { dev, peer }]) => path !== "" && !dev && !peer,
    ),
  );

const integrityOf = (file: string) =>
  `sha512-${createHash("sha512").update(readFileSync(file)).digest("base64")}`;
