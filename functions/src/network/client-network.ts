import ipaddr from "ipaddr.js";

/** What the network says about a client. */
export interface ClientNetwork {
  /**
   * The IPv4 address or IPv6 /64 that limits count by; `undefined` where the last entry says nothing about
   * the client (no header, or a private address).
   */
  readonly key: string | undefined;
  /** The IPv4 /24 or IPv6 /48, for people to recognize and no more; empty where unknown. */
  readonly place: string;
}

export interface NetworkOptions {
  /** CIDRs of the team's own proxies, which are trusted. Default: none. */
  trustedProxies: readonly string[];
}

type Address = ipaddr.IPv4 | ipaddr.IPv6;

const unknown: ClientNetwork = { key: undefined, place: "" };

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

/**
 * Makes a reader of `X-Forwarded-For`. A client can forge every entry but the last, and chooses the number
 * of hops by choosing the path. So the client is the last entry, or the one to its left if the last is a
 * trusted proxy.
 */
export function clientNetwork({ trustedProxies }: NetworkOptions) {
  const trusted = trustedProxies.map((cidr) => ipaddr.parseCIDR(cidr));
  const isTrusted = (address: Address) =>
    trusted.some(
      ([network, bits]) => network.kind() === address.kind() && address.match(network, bits),
    );

  return function networkOf(forwardedFor: string | undefined): ClientNetwork {
    const entries = (forwardedFor ?? "").split(",").map((entry) => parse(entry.trim()));
    for (const address of entries.reverse()) {
      // An entry that is not an address was forged, and so is everything to its left.
      if (!address) return unknown;
      if (!isTrusted(address)) return toNetwork(address);
    }
    return unknown;
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
  if (nobodysOwn.has(address.range())) return unknown;
  return address.kind() === "ipv4"
    ? { key: address.toString(), place: network(address, 24) }
    : { key: network(address, 64), place: network(address, 48) };
}

function network(address: Address, bits: number): string {
  const kind = address.kind() === "ipv4" ? ipaddr.IPv4 : ipaddr.IPv6;
  return `${kind.networkAddressFromCIDR(`${address.toString()}/${bits}`).toString()}/${bits}`;
}
