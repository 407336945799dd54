import type { FoundHost } from "./listing-host";

/** Which page of a marketplace it is: the marketplace's own key, always a string, and the address built from it. */
export type ListingKey = { key: string; url: string };

/** An address taken apart: path segments decoded, composed and never empty. */
export type ListingAddress = { found: FoundHost; segments: readonly string[]; search: URLSearchParams };

type Recognise = (address: ListingAddress) => ListingKey | undefined;

// Up to 19 digits: more than a JavaScript number holds, so an id is never turned into one.
const id = "([1-9][0-9]{0,18})";
const shopeeSlug = new RegExp(`(?:^|-)i\\.${id}\\.${id}$`);
const shopeeProduct = new RegExp(`^product/${id}/${id}$`);
const lazadaPage = new RegExp(`^(?:products/)?(?:[^/]*-)?i${id}(?:-s[0-9]+)?\\.html$`);
const tiktokPage = new RegExp(`^(?:shop/)?(?:[a-z]{2}/)?(?:view/product|pdp(?:/[^/]+)?)/${id}$`);
const slugWithP = new RegExp(`(?:^|-)p${id}\\.html$`);
const postmartPage = new RegExp(`^p/(?:[^/]*-)?${id}\\.html$`);
const alibabaPage = new RegExp(`^product-detail/[^/]*_${id}\\.html$`);
const amazonPage = /(?:^|\/)(?:dp|gp\/product|gp\/aw\/d)\/([A-Z0-9]{10})(?:\/|$)/i;

// What advertising, sharing and analytics append; it never says which product it is.
const trackingParameter =
  /^(?:utm_.*|mtm_.*|pk_.*|aff_.*|af_.*|fbclid|gclid|gbraid|wbraid|dclid|msclkid|yclid|ttclid|twclid|zarsrc|igshid|mibextid|srsltid|spm|scm|_ga|_gl|_hs.*|mc_[ce]id|ref|ref_|referrer|share.*|sender_device|is_from_webapp)$/i;

const shopee: Recognise = ({ found, segments }) => {
  const path = segments[0] === "universal-link" ? segments.slice(1) : segments;
  const [, shopId, itemId] = shopeeSlug.exec(onlySegment(path)) ?? shopeeProduct.exec(path.join("/")) ?? [];
  if (shopId === undefined || itemId === undefined) return undefined;
  return { key: `${shopId}.${itemId}`, url: `https://${found.host}/product/${shopId}/${itemId}` };
};

const lazada: Recognise = ({ found, segments }) => {
  const itemId = lazadaPage.exec(segments.join("/"))?.[1];
  return itemId === undefined ? undefined : { key: itemId, url: `https://www.${found.host}/products/i${itemId}.html` };
};

const tiktokShop: Recognise = ({ segments }) => {
  const productId = tiktokPage.exec(segments.join("/"))?.[1];
  if (productId === undefined) return undefined;
  return { key: productId, url: `https://shop.tiktok.com/view/product/${productId}` };
};

const slugAndId: Recognise = ({ found, segments }) => {
  const productId = slugWithP.exec(onlySegment(segments))?.[1];
  return productId === undefined ? undefined : { key: productId, url: urlOf(found.host, segments) };
};

const postmart: Recognise = ({ found, segments }) => {
  const productId = postmartPage.exec(segments.join("/"))?.[1];
  return productId === undefined ? undefined : { key: productId, url: urlOf(found.host, segments) };
};

const alibaba: Recognise = ({ found, segments }) => {
  const productId = alibabaPage.exec(segments.join("/"))?.[1];
  return productId === undefined ? undefined : { key: productId, url: urlOf(`www.${found.host}`, segments) };
};

const amazon: Recognise = ({ found, segments }) => {
  const asin = amazonPage.exec(segments.join("/"))?.[1]?.toUpperCase();
  return asin === undefined ? undefined : { key: `${found.host}:${asin}`, url: `https://www.${found.host}/dp/${asin}` };
};

/** For a host without known forms of address: the address itself, without tracking parameters, parameters in order. */
const normalisedUrl: Recognise = ({ found, segments, search }) => {
  if (!["", "www", "m"].includes(found.subdomain)) return undefined;
  const kept = [...search].filter(([name]) => !trackingParameter.test(name)).sort();
  if (segments.length === 0 && kept.length === 0) return undefined;
  const query = kept.length === 0 ? "" : `?${new URLSearchParams(kept)}`;
  const url = urlOf(found.host, segments) + query;
  // Some sites answer at www. only: the address keeps it, the key does not, so that both are one listing.
  return { key: url, url: found.subdomain === "www" ? url.replace("https://", "https://www.") : url };
};

// Postmart became Buudien.vn in 2024; forms of address beyond Postmart's were never published.
const buudien: Recognise = (address) => postmart(address) ?? normalisedUrl(address);

const recognisers: ReadonlyMap<string, Recognise> = new Map([
  ["shopee", shopee],
  ["lazada", lazada],
  ["tiktok-shop", tiktokShop],
  ["tiki", slugAndId],
  ["voso", slugAndId],
  ["postmart", postmart],
  ["buudien", buudien],
  ["alibaba", alibaba],
  ["amazon", amazon],
]);

/** The listing's key on the marketplace found, or undefined where the address is not that of one product's page. */
export function keyOf(address: ListingAddress): ListingKey | undefined {
  return (recognisers.get(address.found.marketplace) ?? normalisedUrl)(address);
}

function onlySegment(segments: readonly string[]): string {
  return segments.length === 1 ? segments.join("") : "";
}

function urlOf(host: string, segments: readonly string[]): string {
  return `https://${[host, ...segments.map(encodeURIComponent)].join("/")}`;
}
