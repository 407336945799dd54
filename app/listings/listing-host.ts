import { fold } from "~/platform/vietnamese-text";

/** A marketplace as recognition needs it: the hosts it answers at and those of its short links, lower case, without scheme. */
export type MarketplaceHosts = { code: string; hosts: readonly string[]; shortLinkHosts?: readonly string[] };

/** A host that was found in the list: the listed host without www., and what stood before it. */
export type FoundHost = { marketplace: string; host: string; subdomain: string };

// Shorteners of the marketplaces themselves, then the general ones; where they lead can change, so they are no evidence.
const wellKnownShortLinkHosts = [
  "s.shopee.vn",
  "shope.ee",
  "shp.ee",
  "s.lazada.vn",
  "c.lazada.vn",
  "vt.tiktok.com",
  "vm.tiktok.com",
  "ti.ki",
  "amzn.to",
  "amzn.asia",
  "a.co",
  "bit.ly",
  "tinyurl.com",
  "goo.gl",
  "t.co",
];

// Letters of other scripts, and digits, that pass for a Latin letter at a glance: each stands before the one it resembles.
const lookalikes = new Map(
  "аa сc ԁd еe һh іl јj кk ӏl мm пn оo рp ѕs тt ѵv ԝw хx уy ɑa ɩl ıl οo ρp νv 0o 1l il 3e 5s"
    .split(" ")
    .map(([from = "", to = ""]) => [from, to]),
);
const suffixes = new Set(["com", "net", "org", "gov", "co", "edu", "info"]);

export function isShortLinkHost(host: string, marketplaces: readonly MarketplaceHosts[]): boolean {
  const known = marketplaces.flatMap(({ shortLinkHosts = [] }) => shortLinkHosts);
  return [...wellKnownShortLinkHosts, ...known].some((short) => host === short || host.endsWith(`.${short}`));
}

/** The marketplace that answers at this host or at a domain above it; the most specific entry of the list wins. */
export function findHost(host: string, marketplaces: readonly MarketplaceHosts[]): FoundHost | undefined {
  return marketplaces
    .flatMap(({ code, hosts }) => hosts.map((listed) => ({ marketplace: code, host: listed.replace(/^www\./, "") })))
    .filter(({ host: listed }) => host === listed || host.endsWith(`.${listed}`))
    .sort((a, b) => b.host.length - a.host.length)
    .map((found) => ({ ...found, subdomain: host.slice(0, -found.host.length).replace(/\.$/, "") }))
    .at(0);
}

/**
 * Whether an unknown host, as it was typed, tries to pass for a marketplace: the marketplace's host inside a longer one
 * (shopee.vn.example.com), its name inside another (shopee-sale.com), or its name in letters that only look alike.
 */
export function looksLikeMarketplace(typedHost: string, marketplaces: readonly MarketplaceHosts[]): boolean {
  const lowered = typedHost.normalize("NFKC").toLowerCase();
  // Nobody types punycode by hand, and no marketplace here has a name that needs it.
  if (lowered.includes("xn--")) return true;
  const seeming = appearance(lowered);
  return marketplaces
    .flatMap(({ hosts }) => hosts.map((listed) => listed.replace(/^www\./, "")))
    .some((host) => {
      const name = nameIn(host);
      return (
        seeming.includes(appearance(host)) ||
        seeming
          .split(".")
          .some((label, index) => passesFor(appearance(name), label) && lowered.split(".")[index] !== name)
      );
    });
}

function appearance(text: string): string {
  return [...fold(text)].map((letter) => lookalikes.get(letter) ?? letter).join("");
}

function passesFor(name: string, label: string): boolean {
  // A short name such as tiki is part of too many innocent words.
  return label.split("-").includes(name) || (name.length > 4 && label.replaceAll("-", "").includes(name));
}

function nameIn(host: string): string {
  const labels = host.split(".").filter((label) => label.length > 2 && !suffixes.has(label));
  return labels.at(-1) ?? host;
}
