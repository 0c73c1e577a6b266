import { createServer } from "node:net";
import { Refusal } from "../../cli/command";

/** What listens, and where when nothing is shifted. */
const parts = {
  hosting: { port: 5000, name: "the Hosting emulator" },
  functions: { port: 5001, name: "the Functions emulator" },
  firestore: { port: 8080, name: "Firestore" },
  auth: { port: 9099, name: "the Auth emulator" },
  smtp: { port: 1025, name: "the SMTP server" },
  inbox: { port: 1080, name: "the inbox" },
  hub: { port: 4400, name: "the emulator hub" },
  logging: { port: 4500, name: "the Logging emulator" },
  eventarc: { port: 9299, name: "the Eventarc emulator" },
  tasks: { port: 9499, name: "the Tasks emulator" },
} as const;

type Part = keyof typeof parts;
export type Ports = Readonly<Record<Part, number>>;
export type Addresses = Readonly<Record<Part, string>>;

const names = Object.keys(parts) as Part[];
const highestOffset = 65_535 - Math.max(...names.map((part) => parts[part].port));

/** The ports of a stack whose every port is `offset` above its usual place. */
export function portsAt(offset: number): Ports {
  if (!Number.isInteger(offset) || offset < 0 || offset > highestOffset) {
    throw new Refusal(`The port offset must be a whole number from 0 to ${highestOffset}.`);
  }
  return Object.fromEntries(names.map((part) => [part, parts[part].port + offset])) as Ports;
}

/** `host:port` of each part. */
export function addressesOf(ports: Ports): Addresses {
  return Object.fromEntries(names.map((part) => [part, `127.0.0.1:${ports[part]}`])) as Addresses;
}

/** Refuses, naming each, when ports are taken. */
export async function requireFree(ports: Ports): Promise<void> {
  const taken = await takenParts(ports);
  if (taken.length === 0) return;
  const list = taken.map((part) => `${ports[part]} (for ${parts[part].name})`).join(", ");
  throw new Refusal(
    `Taken already: port ${list}.\n` +
      "Stop what listens there (another stack, perhaps), or shift all ports of this one: --port-offset 100",
  );
}

/** Finds an offset whose ports are all free, away from the usual ones and from those that clients are given. */
export async function freeOffset(): Promise<number> {
  for (;;) {
    const offset = 10_000 + 100 * Math.floor(Math.random() * 130);
    if ((await takenParts(portsAt(offset))).length === 0) return offset;
  }
}

async function takenParts(ports: Ports): Promise<Part[]> {
  const free = await Promise.all(names.map((part) => isFree(ports[part])));
  return names.filter((_, index) => !free[index]);
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
