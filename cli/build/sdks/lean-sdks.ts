import { join } from "node:path";
import type { OnResolveResult, Plugin } from "esbuild";
import { onDemand } from "./on-demand";

/** What is large, and not needed by every request. */
const outside = [
  "@firebase/database-compat",
  "google-auth-library",
  "google-gax",
  "jsonwebtoken",
  "jwks-rsa",
  "node:http2",
  "node:https",
  "nodemailer",
  "@zxcvbn-ts/language-common",
];

const ours = (name: string) => ({ path: join(__dirname, `instead/${name}.ts`) });
const firestore = "@google-cloud/firestore/build";
const ofFirestore = (path: string) => ({ path: `${firestore}/${path}`, external: true });

interface Import {
  /** What a file of an SDK imports. */
  imported: RegExp;
  /** The end of the file's path. */
  by: RegExp;
  /** What it gets instead. */
  instead: (imported: string) => OnResolveResult;
}

/**
 * Firestore's client without what speaks gRPC, which stays outside of the bundle and is loaded for the first call. Of zod there is the language in which the API speaks to programs.
 */
const replaced: readonly Import[] = [
  {
    imported: /^\.\/v1(beta1)?$/,
    by: new RegExp(`${firestore}/src/index.js$`),
    instead: (path) => ofFirestore(`src/${path.slice(2)}`),
  },
  {
    imported: /^\.\.\/protos\/firestore_v1_proto_api$/,
    by: new RegExp(`${firestore}/src/bundle.js$`),
    instead: (path) => ofFirestore(path.slice(3)),
  },
  {
    imported: /^\.\/telemetry\/enabled-trace-util$/,
    by: new RegExp(`${firestore}/src/index.js$`),
    instead: () => ours("no-tracing"),
  },
  {
    imported: /^google-gax\/build\/src\/(fallback|status)$/,
    by: new RegExp(`${firestore}/src/util.js$`),
    instead: () => ours("retry-settings"),
  },
  {
    imported: /^\.\.\/locales\/index\.js$/,
    by: /\/zod\/v4\/(core|classic)\/\w+\.js$/,
    instead: () => ours("no-locales"),
  },
];

const replacing: Plugin = {
  name: "replacing",
  setup(build) {
    for (const { imported, by, instead } of replaced) {
      build.onResolve({ filter: imported }, ({ path, importer }) =>
        by.test(importer.replaceAll("\\", "/")) ? instead(path) : undefined,
      );
    }
  },
};

/** How the SDKs become part of a bundle: with the parts that a request needs, and the others on demand. */
export const leanSdks = (folder: string): Plugin[] => [
  replacing,
  onDemand(folder, { inside: ["firebase-admin"], outside }),
];
