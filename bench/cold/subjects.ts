import { execFileSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { buildFunctions } from "../../cli/build/build";

const root = join(__dirname, "../..");
const functions = join(root, "functions");

/** Beside the packages of the functions, where code finds them as a deployed one does. */
const folder = join(functions, "node_modules/.cache/cold");

/** What is started: `node` with these arguments and the port in `PORT`. */
export interface Program {
  args: string[];
}

const framework = join(root, "node_modules/@google-cloud/functions-framework/build/src/main.js");
const served = (source: string): Program => ({
  args: [framework, "--target=api", `--source=${source}`],
});

/** A function of a team's own, without guard and with one. */
const handler = '(request, response) => response.json({ data: "done" })';

const sources = {
  bare: 'require("node:http").createServer((_, response) => response.end("{}")).listen(process.env.PORT);',
  line: "exports.api = (_, response) => response.json({});",
  onRequest: `const { onRequest } = require("firebase-functions/https");
exports.api = onRequest((_, response) => { response.json({}); });`,
  unguarded: `const { onRequest } = require("firebase-functions/https");
exports.api = onRequest(${handler});`,
  guarded: `const { onRequest } = require("firebase-functions/https");
const { guardRequest, requireRole } = require("${join(functions, "lib/library.js")}");
exports.api = onRequest(guardRequest(requireRole("User"), ${handler}));`,
  usual: `const { onRequest } = require("firebase-functions/https");
const { initializeApp } = require("firebase-admin/app");
const { getAuth } = require("firebase-admin/auth");
const { getFirestore } = require("firebase-admin/firestore");
initializeApp();
exports.api = onRequest(async (request, response) => {
  const token = request.headers.authorization.slice("Bearer ".length);
  const { uid } = await getAuth().verifyIdToken(token, true);
  const { disabled } = await getAuth().getUser(uid);
  const user = await getFirestore().collection("users").doc(uid).get();
  const allowed = !disabled && user.get("role") === "User";
  response.status(allowed ? 200 : 403).json({ data: allowed ? "done" : null });
});`,
} as const;

export type Programs = Record<keyof typeof sources | "ours", Program>;

/**
 * Builds what is deployed, as a deploy and then the platform (`gcp-build`) do, and writes what it is compared with.
 *
 * @param node - the one that runs them.
 */
export async function programs(node: string): Promise<Programs> {
  await buildFunctions({ functions, output: join(functions, "lib") });
  execFileSync(node, [join(functions, "lib/compile.js")]);
  const written = Object.entries(sources).map(([name, code]) => {
    const file = join(folder, name, "index.js");
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, code);
    return [name, name === "bare" ? { args: [file] } : served(dirname(file))] as const;
  });
  return { ...Object.fromEntries(written), ours: served(functions) } as Programs;
}
