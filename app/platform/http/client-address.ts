import { BlockList, isIP, isIPv4 } from "node:net";

/**
 * Reads addresses and networks (10.0.0.0/8, ::1) of proxies whose forwarding headers are believed.
 * Throws a RangeError that names an entry which is neither.
 */
export function trustedPeers(entries: readonly string[]): (address: string) => boolean {
  const list = new BlockList();
  for (const entry of entries) {
    const [network = "", prefix] = entry.split("/");
    const version = isIP(network);
    const bits = prefix === undefined ? undefined : Number(prefix);
    const longest = version === 4 ? 32 : 128;
    const fits = bits === undefined || (Number.isInteger(bits) && bits >= 0 && bits <= longest);
    if (version === 0 || !fits) throw new RangeError(`TRUSTED_PROXIES: "${entry}" is no address or network`);
    const family = version === 4 ? "ipv4" : "ipv6";
    if (bits === undefined) list.addAddress(network, family);
    else list.addSubnet(network, bits, family);
  }
  return (address) => isIP(address) !== 0 && list.check(address, isIPv4(address) ? "ipv4" : "ipv6");
}

/**
 * The caller's address: the peer itself, or, where the peer is a trusted proxy, the nearest address in its
 * X-Forwarded-For that is not one. Anything further away could have been written by the caller.
 */
export function clientAddress(
  peer: string | undefined,
  forwardedFor: string | undefined,
  isTrusted: (address: string) => boolean,
): string {
  let nearest = plain(peer ?? "");
  const hops = (forwardedFor ?? "").split(",").map((hop) => plain(hop.trim()));
  while (isTrusted(nearest)) {
    const next = hops.pop();
    if (next === undefined || isIP(next) === 0) break;
    nearest = next;
  }
  return nearest;
}

/** An IPv4 address that arrived on an IPv6 socket, written as IPv4. */
function plain(address: string): string {
  return address.toLowerCase().startsWith("::ffff:") && isIPv4(address.slice(7)) ? address.slice(7) : address;
}

/** What the log may keep of an address: its /24 or /48 network. */
export function networkOf(address: string): string {
  if (isIPv4(address)) return `${address.split(".").slice(0, 3).join(".")}.0/24`;
  if (isIP(address) === 0) return "unknown";
  const [head = "", tail] = address.split("%")[0]?.split("::") ?? [];
  const front = head === "" ? [] : head.split(":");
  const back = tail === undefined || tail === "" ? [] : tail.split(":");
  const gap = tail === undefined ? 0 : Math.max(0, 8 - front.length - back.length);
  const groups = [...front, ...Array<string>(gap).fill("0"), ...back];
  return `${groups.slice(0, 3).join(":")}::/48`;
}
