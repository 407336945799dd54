/** The key and canonical address of a page that no marketplace has, because its number is far above any it gave out. */
export function demoListingAddress(n: number, marketplaceCode: string): { key: string; url: string } {
  const id = `9900000000000${String(n).padStart(5, "0")}`;
  switch (marketplaceCode) {
    case "shopee":
      return { key: `9900000000.${id}`, url: `https://shopee.vn/product/9900000000/${id}` };
    case "lazada":
      return { key: id, url: `https://www.lazada.vn/products/i${id}.html` };
    case "tiktok-shop":
      return { key: id, url: `https://shop.tiktok.com/view/product/${id}` };
    case "tiki":
      return { key: id, url: `https://tiki.vn/san-pham-demo-p${id}.html` };
    case "voso":
      return { key: id, url: `https://voso.vn/san-pham-demo-p${id}.html` };
    case "postmart":
      return { key: id, url: `https://postmart.vn/p/san-pham-demo-${id}.html` };
    case "buudien":
      return { key: id, url: `https://buudien.vn/p/san-pham-demo-${id}.html` };
    case "alibaba":
      return { key: id, url: `https://www.alibaba.com/product-detail/san-pham-demo_${id}.html` };
    case "amazon": {
      const asin = `BDEMO${String(n).padStart(5, "0")}`;
      return { key: `amazon.com:${asin}`, url: `https://www.amazon.com/dp/${asin}` };
    }
    default: {
      const url = `https://${hostsOfOthers[marketplaceCode] ?? "san.lensan.example"}/san-pham-demo-${n}`;
      return { key: url, url };
    }
  }
}

const hostsOfOthers: Readonly<Record<string, string>> = {
  sendo: "sendo.vn",
  "ocop-binh-dinh": "ocopbinhdinh.com",
  "ban-do-hang-viet-binh-dinh": "bandohangvietbinhdinh.vn",
  "ocop-gia-lai": "ocopgialai.vn",
  "san-pham-vung-mien": "sanphamvungmien.vn",
};
