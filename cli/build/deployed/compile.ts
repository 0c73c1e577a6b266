import { spawnSync } from "node:child_process";
import { once } from "node:events";
import {
  createServer,
  type IncomingMessage,
  request,
  type RequestListener,
  type Server,
} from "node:http";
import type { AddressInfo } from "node:net";
import { compile } from "./cached";

// Run by npm where the container is built, as the script `gcp-build`: after the packages are there, and by the Node that
// will run the functions. It asks the API what a first request asks, and writes down what V8 compiled for that. Without it,
// everything works and an instance starts more slowly; so it never fails a deploy.

/**
 * How the platform will start Node, by the memory in MB that it says while it builds: V8 uses nothing that was compiled with
 * other flags. https://github.com/GoogleCloudPlatform/buildpacks/blob/main/cmd/nodejs/functions_framework/main.go
 */
const memory = Number(process.env.GOOGLE_CONTAINER_MEMORY_HINT_MB);
const flags = memory > 64 ? [`--max-old-space-size=${memory - 64}`] : [];

/** What the parameters would say that have no default. They are not known here, and nobody else sees these. */
const parameters = {
  WEB_API_KEY: "none",
  MAIL_FROM: "nobody@example.com",
  ACTION_URL: "https://example.com/auth/action",
  ALLOWED_ORIGINS: "https://example.com",
  AUTH_KEYS: Buffer.alloc(32).toString("base64url"),
  GCLOUD_PROJECT: "demo-build",
};

const paths = ["/health"];

async function main(): Promise<void> {
  Object.assign(process.env, parameters);
  // The log of the build is not theirs.
  const silent = () => undefined;
  Object.assign(console, { debug: silent, info: silent, log: silent, warn: silent, error: silent });
  const { exports, save } = compile("bundle.js");
  const { api } = (exports as { index: { api: (...passed: unknown[]) => unknown } }).index;
  const server = await listen((incoming, outgoing) =>
    api(Object.assign(incoming, { rawBody: Buffer.alloc(0), body: {} }), outgoing),
  );
  for (const path of paths) say(`${path}: ${await ask(server, path)}`);
  save();
}

const say = (text: string) => process.stdout.write(`${text}\n`);

async function listen(answer: RequestListener): Promise<Server> {
  const server = createServer(answer).listen(0, "127.0.0.1");
  await once(server, "listening");
  return server;
}

async function ask(server: Server, path: string): Promise<number> {
  const { port } = server.address() as AddressInfo;
  const outgoing = request({ host: "127.0.0.1", port, path }).end();
  const [incoming] = (await once(outgoing, "response")) as [IncomingMessage];
  incoming.resume();
  await once(incoming, "end");
  return incoming.statusCode ?? 0;
}

const isFlagged = flags.every((flag) => process.execArgv.includes(flag));
if (isFlagged) {
  void main()
    .catch((error: unknown) => say(`Not compiled ahead: ${String(error)}`))
    .finally(() => process.exit(0));
} else {
  spawnSync(process.execPath, [...flags, __filename], { stdio: "inherit" });
}
