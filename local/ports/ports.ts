import { Refusal } from "../../cli/command";
import { browsersRefuse } from "./browser-ports";

/**
 * What listens, and where when nothing is shifted. Those that clients use are at the usual ports of the Firebase CLI; the
 * others are packed next to Hosting's, so that no two stacks whose offsets are multiples of 100, up to 6,900, share a port.
 */
const parts = {
  hosting: { port: 5000, name: "the Hosting emulator" },
  functions: { port: 5001, name: "the Functions emulator" },
  firestore: { port: 8080, name: "Firestore" },
  auth: { port: 9099, name: "the Auth emulator" },
  smtp: { port: 1025, name: "the SMTP server" },
  inbox: { port: 1080, name: "the inbox" },
  hub: { port: 5002, name: "the emulator hub" },
  logging: { port: 5003, name: "the Logging emulator" },
  eventarc: { port: 5004, name: "the Eventarc emulator" },
  tasks: { port: 5005, name: "the Tasks emulator" },
  data: { port: 5006, name: "the page Data" },
} as const;

export type Part = keyof typeof parts;
export type PortNumbers = Readonly<Record<Part, number>>;
export type Addresses = Readonly<Record<Part, string>>;

export const partNames = Object.keys(parts) as Part[];
const highestOffset = 65_535 - Math.max(...partNames.map((part) => parts[part].port));

/** Names a port with what it is for. */
export const describePort = (part: Part, ports: PortNumbers): string =>
  `${ports[part]} (for ${parts[part].name})`;

/** The ports of a stack whose every port is `offset` above its usual place. */
export function portsAt(offset: number): PortNumbers {
  if (!Number.isInteger(offset) || offset < 0 || offset > highestOffset) {
    throw new Refusal(`The port offset must be a whole number from 0 to ${highestOffset}.`);
  }
  const ports = shifted(offset);
  const refused = partNames.find((part) => browsersRefuse(ports[part]));
  if (refused) {
    throw new Refusal(
      `Browsers refuse port ${describePort(refused, ports)}: choose another port offset than ${offset}.`,
    );
  }
  return ports;
}

/** Whether `portsAt` takes an offset. */
export const isPossible = (offset: number): boolean =>
  offset <= highestOffset && !Object.values(shifted(offset)).some(browsersRefuse);

const shifted = (offset: number): PortNumbers =>
  Object.fromEntries(partNames.map((part) => [part, parts[part].port + offset])) as PortNumbers;

/** `host:port` of each part. */
export function addressesOf(ports: PortNumbers): Addresses {
  return Object.fromEntries(
    partNames.map((part) => [part, `127.0.0.1:${ports[part]}`]),
  ) as Addresses;
}
