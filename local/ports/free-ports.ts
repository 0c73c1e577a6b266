import { once } from "node:events";
import { type AddressInfo, createServer } from "node:net";
import { Refusal } from "../../cli/command";
import { describePort, isPossible, partNames, portsAt, type Part, type PortNumbers } from "./ports";

/** Refuses, naming each and an offset that is free, when ports are taken. */
export async function requireFree(ports: PortNumbers): Promise<void> {
  const taken = await takenParts(ports);
  if (taken.length === 0) return;
  const list = taken.map((part) => describePort(part, ports)).join(", ");
  const offset = await firstFreeOffset();
  throw new Refusal(
    `Already taken: port ${list}.\n` +
      "Stop what listens there (another stack, perhaps)" +
      (offset === undefined ? "." : `, or shift all ports of this one: --port-offset ${offset}`),
  );
}

/** Finds a port that is free at this moment. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, "close");
  return port;
}

/** Finds an offset whose ports are all free, away from the usual ones and from those that clients are given. */
export async function freeOffset(): Promise<number> {
  for (;;) {
    const offset = 10_000 + 100 * Math.floor(Math.random() * 130);
    if (await isFreeOffset(offset)) return offset;
  }
}

/** The lowest of the offsets that can all be used side by side. */
async function firstFreeOffset(): Promise<number | undefined> {
  for (let offset = 100; offset <= 6_900; offset += 100) {
    if (await isFreeOffset(offset)) return offset;
  }
  return undefined;
}

const isFreeOffset = async (offset: number): Promise<boolean> =>
  isPossible(offset) && (await takenParts(portsAt(offset))).length === 0;

async function takenParts(ports: PortNumbers): Promise<Part[]> {
  const free = await Promise.all(partNames.map((part) => isFree(ports[part])));
  return partNames.filter((_, index) => !free[index]);
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once("error", () => resolve(false));
    server.listen({ port, host: "127.0.0.1", exclusive: true }, () => {
      server.close(() => resolve(true));
    });
  });
}
