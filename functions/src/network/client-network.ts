import ipaddr from "ipaddr.js";
import { edges } from "./edges";

/** What the network says about a client. */
export interface ClientNetwork {
  /** The IPv4 address or IPv6 /64 that limits count by; `undefined` where nobody is limited by it: on the local stack. */
  readonly key: string | undefined;
  /** Whether many clients may be behind it, so that its limits are generous: an edge, a private address. Default: no. */
  readonly shared?: true;
  /** The IPv4 /24 or IPv6 /48, for people to recognize and no more; empty where unknown. */
  readonly place: string;
}

export interface NetworkOptions {
  /** CIDRs of the team's own proxies, which are trusted. Default: none. */
  trustedProxies: readonly string[];
  /** Whether this is the local stack, where whoever is at the machine has no limit by network. Default `false`. */
  local?: boolean;
}

type Address = ipaddr.IPv4 | ipaddr.IPv6;

/** Ranges of addresses that many clients share or that no client on the internet has. */
const nobodysOwn: ReadonlySet<string> = new Set([
  "private",
  "loopback",
  "linkLocal",
  "uniqueLocal",
  "carrierGradeNat",
  "unspecified",
  "broadcast",
  "multicast",
]);

const toRange = (cidr: string) => ipaddr.parseCIDR(cidr);

const lies = (address: Address, ranges: readonly (readonly [Address, number])[]) =>
  ranges.some(
    ([network, bits]) => network.kind() === address.kind() && address.match(network, bits),
  );

const edgeRanges = edges.map(toRange);

/**
 * Makes a reader of `X-Forwarded-For`. A client can forge every entry but the last, and chooses the number
 * of hops by choosing the path. So the client is the last entry, or the one to its left if the last is a
 * trusted proxy.
 */
export function clientNetwork({ trustedProxies, local = false }: NetworkOptions) {
  const trusted = trustedProxies.map(toRange);
  const nobody: ClientNetwork = local
    ? { key: undefined, place: "" }
    : { key: "unknown", shared: true, place: "" };

  return function networkOf(forwardedFor: string | undefined): ClientNetwork {
    const entries = (forwardedFor ?? "").split(",").map((entry) => parse(entry.trim()));
    for (const address of entries.reverse()) {
      // An entry that is not an address was forged, and so is everything to its left.
      if (!address) return nobody;
      if (local && address.range() === "loopback") return nobody;
      if (!lies(address, trusted)) return toNetwork(address);
    }
    return nobody;
  };
}

/** Reads an address as it stands in the header: plain, with a port, or in brackets. IPv4 in IPv6 is IPv4. */
function parse(entry: string): Address | undefined {
  const text = /^\[([^\]]+)\](?::\d+)?$/.exec(entry)?.[1] ?? entry.replace(/^([\d.]+):\d+$/, "$1");
  // Without a zone, and never the short forms of IPv4 such as "1" or "0x7f.1".
  const isPlain = ipaddr.IPv4.isValidFourPartDecimal(text) || ipaddr.IPv6.isValid(text);
  return isPlain ? ipaddr.process(text) : undefined;
}

function toNetwork(address: Address): ClientNetwork {
  const isIpv4 = address.kind() === "ipv4";
  const key = isIpv4 ? address.toString() : network(address, 64);
  if (nobodysOwn.has(address.range()) || lies(address, edgeRanges)) {
    return { key, shared: true, place: "" };
  }
  return { key, place: network(address, isIpv4 ? 24 : 48) };
}

function network(address: Address, bits: number): string {
  const kind = address.kind() === "ipv4" ? ipaddr.IPv4 : ipaddr.IPv6;
  return `${kind.networkAddressFromCIDR(`${address.toString()}/${bits}`).toString()}/${bits}`;
}
