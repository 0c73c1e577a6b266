import { spawn } from "node:child_process";
import { once } from "node:events";
import { createServer, type AddressInfo } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { officialJar } from "./official";

/** Milliseconds that the official emulator has for its start. */
const startTimeout = 60_000;

/** Starts the official emulator out of firebase-tools' cache, by itself, on a free port. */
export async function startOfficialEmulator(): Promise<{ host: string; stop(): Promise<void> }> {
  const port = await freePort();
  const host = `127.0.0.1:${port}`;
  const java = spawn("java", ["-jar", officialJar(), "--host", "127.0.0.1", "--port", `${port}`], {
    stdio: "ignore",
  });
  const exited = once(java, "exit");
  const stop = async () => {
    java.kill();
    await exited;
  };
  const deadline = Date.now() + startTimeout;
  while (!(await answers(host))) {
    if (java.exitCode !== null || Date.now() > deadline) {
      await stop();
      throw new Error("The official Firestore emulator did not start.");
    }
    await sleep(200);
  }
  return { host, stop };
}

const answers = (host: string): Promise<boolean> =>
  fetch(`http://${host}/`).then(
    ({ ok }) => ok,
    () => false,
  );

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, "close");
  return port;
}
