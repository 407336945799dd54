import { accept, type Result, refuse } from "~/platform/result";
import { findHost, isShortLinkHost, looksLikeMarketplace, type MarketplaceHosts } from "./listing-host";
import { keyOf } from "./listing-key";

export type RecognisedListing = { marketplace: string; key: string /** Canonical, always https. */; url: string };

export type ListingUrlRefusal =
  | "url.empty"
  | "url.tooLong"
  | "url.notUrl"
  | "url.notHttps"
  | "url.userinfo"
  | "url.port"
  | "url.shortLink"
  | "url.lookalikeHost"
  | "url.unknownHost"
  | "url.noListingKey";

export const longestListingUrl = 2000;
/** Longer than any marketplace's key; only an address that is its own key can pass it. */
export const longestListingKey = 500;

/**
 * Recognises the listing behind a pasted address: which marketplace, its own key for the page, and the canonical address.
 * The same page gives the same key however it was reached; http and a missing scheme become https, and hosts outside the list,
 * addresses with credentials or a port, and short links are refused.
 */
export function recogniseListing(
  pasted: string,
  marketplaces: readonly MarketplaceHosts[],
): Result<RecognisedListing, ListingUrlRefusal> {
  const text = pasted.trim();
  if (text === "") return refuse("url.empty");
  if (text.length > longestListingUrl) return refuse("url.tooLong");
  // Browsers read a backslash as a slash and drop line breaks: nothing an honest address needs.
  if (/[\s\\\p{Cc}\p{Cf}]/u.test(text)) return refuse("url.notUrl");

  const scheme = /^([a-z][a-z0-9+.-]*):(?!\d)/i.exec(text)?.[1]?.toLowerCase();
  if (scheme !== undefined && scheme !== "https" && scheme !== "http") return refuse("url.notHttps");
  const address = text.replace(/^(?:https?:)?\/{2,}/i, "");
  const authority = address.split(/[/?#]/, 1).join("");
  if (authority.includes("@")) return refuse("url.userinfo");
  if (/:\d+$/.test(authority)) return refuse("url.port");

  const parsed = parse(`https://${address}`);
  const host = parsed?.hostname.replace(/\.$/, "") ?? "";
  if (parsed === undefined || !host.includes(".")) return refuse("url.notUrl");
  if (isShortLinkHost(host, marketplaces)) return refuse("url.shortLink");
  const found = findHost(host, marketplaces);
  if (found === undefined) {
    return refuse(looksLikeMarketplace(decoded(authority), marketplaces) ? "url.lookalikeHost" : "url.unknownHost");
  }

  const segments = parsed.pathname.split("/").filter(Boolean).map(decoded);
  // TikTok's share links live on its main host.
  if (found.marketplace === "tiktok-shop" && segments[0] === "t") return refuse("url.shortLink");
  const listing = keyOf({ found, segments, search: parsed.searchParams });
  if (listing === undefined) return refuse("url.noListingKey");
  // Percent-encoding can make the canonical address longer than what was pasted.
  if (listing.key.length > longestListingKey || listing.url.length > longestListingUrl) return refuse("url.tooLong");
  return accept({ marketplace: found.marketplace, ...listing });
}

function parse(text: string): URL | undefined {
  return URL.canParse(text) ? new URL(text) : undefined;
}

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment).normalize("NFC");
  } catch {
    return segment;
  }
}
