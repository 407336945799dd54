import type { Day } from "~/platform/day";

export interface MarketplaceSeed {
  code: string;
  name: string;
  /** Without "www.". */
  hosts: readonly string[];
  shortLinkHosts: readonly string[];
  confirmationWindowDays: number;
  recognisedFrom: Day;
  recognisedTo: Day | null;
}

/** Evidence older than this no longer says that a listing is live; an administrator may set it for each marketplace. */
const confirmationWindowDays = 90;
// The day of Resolution 05-NQ/TU: from here on, being on a marketplace is measured.
const recognisedFrom: Day = "2021-09-20";

function marketplace(
  code: string,
  name: string,
  hosts: readonly string[],
  rest: Partial<MarketplaceSeed> = {},
): MarketplaceSeed {
  return { code, name, hosts, shortLinkHosts: [], confirmationWindowDays, recognisedFrom, recognisedTo: null, ...rest };
}

export const marketplaces: readonly MarketplaceSeed[] = [
  marketplace("shopee", "Shopee", ["shopee.vn"], {
    shortLinkHosts: ["s.shopee.vn", "shope.ee", "vn.shp.ee", "shp.ee"],
  }),
  marketplace("tiktok-shop", "TikTok Shop", ["shop.tiktok.com", "tiktok.com"], {
    shortLinkHosts: ["vt.tiktok.com", "vm.tiktok.com"],
  }),
  marketplace("lazada", "Lazada", ["lazada.vn"], { shortLinkHosts: ["s.lazada.vn", "c.lazada.vn"] }),
  marketplace("tiki", "Tiki", ["tiki.vn"]),
  // Postmart was renamed on 31 March 2024; its old addresses stay known, because sellers still paste them.
  marketplace("buudien", "Buudien.vn", ["buudien.vn", "nongsan.buudien.vn"], { recognisedFrom: "2024-03-31" }),
  marketplace("postmart", "Postmart", ["postmart.vn"]),
  // Only a planning document says that Voso stopped in 2023. Counting a dead marketplace would flatter the figure, so
  // its last recognised day is the end of that year until someone shows otherwise.
  marketplace("voso", "Vỏ Sò (Voso)", ["voso.vn"], { recognisedTo: "2023-12-31" }),
  marketplace("sendo", "Sendo", ["sendo.vn"], { recognisedTo: "2025-04-15" }),
  marketplace("alibaba", "Alibaba.com", ["alibaba.com"]),
  marketplace("amazon", "Amazon", [
    "amazon.com",
    "amazon.co.uk",
    "amazon.de",
    "amazon.fr",
    "amazon.co.jp",
    "amazon.ca",
    "amazon.com.au",
    "amazon.sg",
  ]),
  marketplace("ocop-binh-dinh", "OCOP Bình Định", ["ocopbinhdinh.com"]),
  marketplace("ban-do-hang-viet-binh-dinh", "Bản đồ hàng Việt Bình Định", ["bandohangvietbinhdinh.vn"]),
  marketplace("ocop-gia-lai", "OCOP Gia Lai", ["ocopgialai.vn"]),
  marketplace("san-pham-vung-mien", "Sản phẩm vùng miền", ["sanphamvungmien.vn"]),
];
