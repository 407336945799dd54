import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { longestListingKey, longestListingUrl, recogniseListing } from "./listing-url";

const marketplaces = [
  { code: "shopee", hosts: ["shopee.vn"] },
  { code: "lazada", hosts: ["www.lazada.vn"] },
  { code: "tiktok-shop", hosts: ["shop.tiktok.com", "www.tiktok.com"] },
  { code: "tiki", hosts: ["tiki.vn"] },
  { code: "buudien", hosts: ["buudien.vn", "nongsan.buudien.vn"] },
  { code: "postmart", hosts: ["postmart.vn"] },
  { code: "voso", hosts: ["voso.vn"] },
  { code: "alibaba", hosts: ["alibaba.com"] },
  { code: "amazon", hosts: ["amazon.com", "amazon.com.au", "amazon.de"] },
  { code: "ocop-gia-lai", hosts: ["ocopgialai.vn"] },
  { code: "short-name", hosts: ["ab.vn"], shortLinkHosts: ["ab.link"] },
];
const recognise = (url: string) => recogniseListing(url, marketplaces);
const keyOf = (url: string) => {
  const result = recognise(url);
  return result.ok ? `${result.value.marketplace} ${result.value.key}` : result.code;
};
const big = "1729384756102938475"; // 19 digits, beyond what a JavaScript number holds

describe("every known form of address gives the marketplace and its key", () => {
  test.each([
    ["https://shopee.vn/Nước-mắm-Gò-Bồi-i.123456.7890123456", "shopee 123456.7890123456"],
    ["https://shopee.vn/N%C6%B0%E1%BB%9Bc-m%E1%BA%AFm-i%2E123456%2E789", "shopee 123456.789"],
    ["https://shopee.vn/product/123456/7890123456", "shopee 123456.7890123456"],
    ["https://shopee.vn/universal-link/product/123456/789", "shopee 123456.789"],
    ["https://shopee.vn/universal-link/Tré-i.123456.789?gads_t_sig=x", "shopee 123456.789"],
    ["https://shopee.vn/i.1.2", "shopee 1.2"],
    [`https://shopee.vn/product/1/${big}`, `shopee 1.${big}`],
    ["https://www.lazada.vn/products/banh-trang-i2345678901-s9876543210.html", "lazada 2345678901"],
    ["https://www.lazada.vn/products/i2345678901.html", "lazada 2345678901"],
    ["https://www.lazada.vn/products/pdp-i2345678901-s9876543210.html", "lazada 2345678901"],
    ["https://www.lazada.vn/products/pdp-i2345678901.html", "lazada 2345678901"],
    ["https://www.lazada.vn/banh-trang-i2345678901-s9876543210.html", "lazada 2345678901"],
    [`https://shop.tiktok.com/view/product/${big}`, `tiktok-shop ${big}`],
    [`https://shop.tiktok.com/pdp/ruou-bau-da/${big}`, `tiktok-shop ${big}`],
    [`https://shop.tiktok.com/vn/pdp/ruou-bau-da/${big}`, `tiktok-shop ${big}`],
    [`https://shop.tiktok.com/vn/pdp/${big}`, `tiktok-shop ${big}`],
    [`https://www.tiktok.com/view/product/${big}`, `tiktok-shop ${big}`],
    [`https://www.tiktok.com/shop/pdp/ruou-bau-da/${big}`, `tiktok-shop ${big}`],
    ["https://tiki.vn/tra-hoa-hoe-p187654321.html?spid=187654322", "tiki 187654321"],
    ["https://tiki.vn/p187654321.html", "tiki 187654321"],
    ["https://postmart.vn/p/nem-cho-huyen-4567.html", "postmart 4567"],
    ["https://postmart.vn/p/4567.html", "postmart 4567"],
    ["https://buudien.vn/p/nem-cho-huyen-4567.html", "buudien 4567"],
    ["https://voso.vn/dau-phong-p98765.html", "voso 98765"],
    ["https://www.alibaba.com/product-detail/Coconut-oil-OCOP_1600123456789.html", "alibaba 1600123456789"],
    ["https://seller.en.alibaba.com/product-detail/Coconut-oil_1600123456789.html", "alibaba 1600123456789"],
    ["https://www.amazon.com/dp/B0ABCDEFGH", "amazon amazon.com:B0ABCDEFGH"],
    ["https://www.amazon.com/Bau-Da/dp/b0abcdefgh/ref=sr_1_1?keywords=x", "amazon amazon.com:B0ABCDEFGH"],
    ["https://www.amazon.com/gp/product/B0ABCDEFGH", "amazon amazon.com:B0ABCDEFGH"],
    ["https://www.amazon.com/gp/aw/d/B0ABCDEFGH/", "amazon amazon.com:B0ABCDEFGH"],
    ["https://amazon.com.au/dp/B0ABCDEFGH", "amazon amazon.com.au:B0ABCDEFGH"],
    ["https://www.amazon.de/dp/1234567890", "amazon amazon.de:1234567890"],
  ])("%s is %s", (url, expected) => {
    expect(keyOf(url)).toBe(expected);
  });
});

describe("the canonical address", () => {
  test.each([
    ["http://m.shopee.vn/Tré-i.1.2?sp_atk=abc#reviews", "https://shopee.vn/product/1/2"],
    ["https://lazada.vn/products/x-i5-s6.html?spm=a2o4n", "https://www.lazada.vn/products/i5.html"],
    ["https://www.tiktok.com/view/product/77?_r=1", "https://shop.tiktok.com/view/product/77"],
    ["https://tiki.vn/tra-p9.html?spid=8", "https://tiki.vn/tra-p9.html"],
    ["https://seller.en.alibaba.com/product-detail/Oil_7.html", "https://www.alibaba.com/product-detail/Oil_7.html"],
    ["https://amazon.com/x/dp/B0ABCDEFGH/ref=1", "https://www.amazon.com/dp/B0ABCDEFGH"],
    ["nongsan.buudien.vn/p/nem-5.html", "https://nongsan.buudien.vn/p/nem-5.html"],
    ["http://www.ocopgialai.vn/san-pham/tre?utm_source=zalo", "https://www.ocopgialai.vn/san-pham/tre"],
  ])("of %s is %s", (pasted, url) => {
    expect(recognise(pasted)).toMatchObject({ ok: true, value: { url } });
  });
});

describe("the same page, however it was reached", () => {
  test.each([
    "https://shopee.vn/Tré-i.1.2",
    "  https://shopee.vn/Tré-i.1.2\n",
    "http://shopee.vn/Tré-i.1.2",
    "HTTPS://WWW.SHOPEE.VN/Tré-i.1.2",
    "//shopee.vn/Tré-i.1.2",
    "shopee.vn/Tré-i.1.2",
    "shopee.vn./Tré-i.1.2",
    "m.shopee.vn/Tré-i.1.2/",
    "https://shopee%2Evn/product/1/2",
    "https://ｓｈｏｐｅｅ.vn/product/1/2",
    "https://shopee.vn//product/1/2?utm_source=facebook&fbclid=x#top",
  ])("'%s' is shopee 1.2", (url) => {
    expect(keyOf(url)).toBe("shopee 1.2");
  });
});

describe("a marketplace without known forms of address", () => {
  test.each([
    ["https://ocopgialai.vn/san-pham/tre/", "https://ocopgialai.vn/san-pham/tre"],
    ["https://m.ocopgialai.vn/san-pham/tre", "https://ocopgialai.vn/san-pham/tre"],
    ["https://www.ocopgialai.vn/san-pham/tre", "https://ocopgialai.vn/san-pham/tre"],
    [
      "https://ocopgialai.vn/sp?utm_campaign=a&id=5&gclid=b&cat=2&fbclid=c&ref=d",
      "https://ocopgialai.vn/sp?cat=2&id=5",
    ],
    ["https://ocopgialai.vn/?p=12", "https://ocopgialai.vn?p=12"],
    ["https://ocopgialai.vn/nước-mắm".normalize("NFD"), "https://ocopgialai.vn/n%C6%B0%E1%BB%9Bc-m%E1%BA%AFm"],
    ["https://ocopgialai.vn/n%c6%b0%e1%bb%9bc-m%e1%ba%afm", "https://ocopgialai.vn/n%C6%B0%E1%BB%9Bc-m%E1%BA%AFm"],
    ["https://ocopgialai.vn/gi%E1m-gi%", "https://ocopgialai.vn/gi%25E1m-gi%25"],
  ])("%s has its address as key: %s", (url, key) => {
    expect(keyOf(url)).toBe(`ocop-gia-lai ${key}`);
  });
  test("Buudien pages beyond Postmart's form are known by their address", () => {
    expect(keyOf("https://nongsan.buudien.vn/nem-cho-huyen.html?utm_medium=x")).toBe(
      "buudien https://nongsan.buudien.vn/nem-cho-huyen.html",
    );
  });
});

describe("what is refused", () => {
  test.each([
    ["", "url.empty"],
    ["  \n", "url.empty"],
    ["nước mắm Gò Bồi", "url.notUrl"],
    ["shopee", "url.notUrl"],
    ["https://", "url.notUrl"],
    ["https:/shopee.vn/product/1/2", "url.notUrl"],
    ["https:shopee.vn/product/1/2", "url.notUrl"],
    ["https://shopee.vn\\@evil.com/product/1/2", "url.notUrl"],
    ["https://shop\nee.vn/product/1/2", "url.notUrl"],
    ["https://shopee\u200b.vn/product/1/2", "url.notUrl"],
    ["https://shopee.vn:99999x/product/1/2", "url.notUrl"],
    [`https://shopee.vn/${"a".repeat(longestListingUrl)}-i.1.2`, "url.tooLong"],
    [`https://ocopgialai.vn/${"a".repeat(longestListingKey)}`, "url.tooLong"],
    [`https://tiki.vn/${"đ".repeat(400)}-p1.html`, "url.tooLong"],
    ["ftp://shopee.vn/product/1/2", "url.notHttps"],
    ["javascript:alert(1)//shopee.vn/product/1/2", "url.notHttps"],
    ["data:text/html,shopee.vn", "url.notHttps"],
    ["https://shopee.vn@evil.com/product/1/2", "url.userinfo"],
    ["https://me:secret@shopee.vn/product/1/2", "url.userinfo"],
    ["https://@shopee.vn/product/1/2", "url.userinfo"],
    ["https:////me@shopee.vn/product/1/2", "url.userinfo"],
    ["https://shopee.vn%40evil.com/product/1/2", "url.notUrl"],
    ["https://shopee.vn:8443/product/1/2", "url.port"],
    ["https:////shopee.vn:8443/product/1/2", "url.port"],
    ["https://shopee.vn:443/product/1/2", "url.port"],
    ["shopee.vn:80/product/1/2", "url.port"],
    ["https://s.shopee.vn/abc123", "url.shortLink"],
    ["https://vn.shp.ee/abc123", "url.shortLink"],
    ["https://shope.ee/abc123", "url.shortLink"],
    ["https://s.lazada.vn/s.abc", "url.shortLink"],
    ["https://c.lazada.vn/t/c.abc", "url.shortLink"],
    ["https://vt.tiktok.com/ZSabc/", "url.shortLink"],
    ["https://vm.tiktok.com/ZSabc/", "url.shortLink"],
    ["https://www.tiktok.com/t/ZSabc/", "url.shortLink"],
    ["https://bit.ly/abc", "url.shortLink"],
    ["https://ab.link/abc", "url.shortLink"],
    ["https://example.com/", "url.unknownHost"],
    ["https://evil.com/shopee.vn/product/1/2", "url.unknownHost"],
    ["https://evil.com/?u=https://shopee.vn/product/1/2", "url.unknownHost"],
    ["https://evil.com#shopee.vn/product/1/2", "url.unknownHost"],
    ["https://shopee.sg/product/1/2", "url.unknownHost"],
    ["https://tikitaka.vn/p1.html", "url.unknownHost"],
    ["https://127.0.0.1/product/1/2", "url.unknownHost"],
    ["https://tênmiền.vn/product/1/2", "url.unknownHost"],
    ["https://shopee.vn/", "url.noListingKey"],
    ["https://shopee.vn/ten-shop", "url.noListingKey"],
    ["https://shopee.vn/product/1", "url.noListingKey"],
    ["https://shopee.vn/product/0/2", "url.noListingKey"],
    ["https://shopee.vn/product/1/2/3", "url.noListingKey"],
    ["https://shopee.vn/a/b-i.1.2", "url.noListingKey"],
    [`https://shopee.vn/product/1/${big}0`, "url.noListingKey"],
    ["https://www.lazada.vn/shop/ten-shop", "url.noListingKey"],
    ["https://www.tiktok.com/@shop/video/7123456789012345678", "url.noListingKey"],
    ["https://tiki.vn/cua-hang/ten-shop", "url.noListingKey"],
    ["https://postmart.vn/nem-4567.html", "url.noListingKey"],
    ["https://www.alibaba.com/showroom/oil.html", "url.noListingKey"],
    ["https://www.amazon.com/s?k=rice", "url.noListingKey"],
    ["https://www.amazon.com/dp/B0ABCDEFGHI", "url.noListingKey"],
    ["https://ocopgialai.vn/", "url.noListingKey"],
    ["https://ocopgialai.vn/?utm_source=zalo#/san-pham/1", "url.noListingKey"],
    ["https://admin.ocopgialai.vn/san-pham/1", "url.noListingKey"],
  ])("%s with %s", (url, code) => {
    expect(recognise(url)).toEqual({ ok: false, code });
  });
  test.each([
    "https://shopee.vn.evil.com/product/1/2",
    "https://shopee%2Evn.evil.com/product/1/2",
    "https://www.shopee.vn-khuyen-mai.com/product/1/2",
    "https://evilshopee.vn/product/1/2",
    "https://shopee-sale.com/product/1/2",
    "https://tiki-vn.com/p1.html",
    "https://sh0pee.vn/product/1/2",
    "https://tik1.vn.evil.com/p1.html",
    "https://shоpee.vn/product/1/2",
    "https://shopeé.vn/product/1/2",
    "https://xn--shpee-kye.vn/product/1/2",
    "https://shopee.vn.ab/product/1/2",
  ])("%s as a look-alike", (url) => {
    expect(recognise(url)).toEqual({ ok: false, code: "url.lookalikeHost" });
  });
});

test("an address as long as a key may be is still accepted", () => {
  const address = `https://ocopgialai.vn/${"a".repeat(longestListingKey)}`.slice(0, longestListingKey);
  expect(keyOf(address)).toBe(`ocop-gia-lai ${address}`);
});

describe("properties", () => {
  const id = fc.stringMatching(/^[1-9][0-9]{0,18}$/);
  const slug = fc
    .array(fc.constantFrom("rượu", "bàu", "đá", "Nem", "ocop-4-sao", "i", "p12", "500ml"), {
      minLength: 1,
      maxLength: 4,
    })
    .map((words) => words.join("-"));
  const asin = fc.stringMatching(/^B0[A-Z0-9]{8}$/);
  const tracking = fc
    .array(
      fc.tuple(
        fc.constantFrom("utm_source", "utm_medium", "fbclid", "gclid", "spm", "zarsrc"),
        fc.webQueryParameters(),
      ),
      { maxLength: 4 },
    )
    .map((pairs) => new URLSearchParams(pairs).toString());
  const page = fc.oneof(
    fc
      .tuple(slug, id, id)
      .map(([s, shop, item]) => ({ url: `shopee.vn/${s}-i.${shop}.${item}`, expected: `shopee ${shop}.${item}` })),
    fc
      .tuple(id, id)
      .map(([shop, item]) => ({ url: `shopee.vn/product/${shop}/${item}`, expected: `shopee ${shop}.${item}` })),
    fc
      .tuple(slug, id, id)
      .map(([s, item, sku]) => ({ url: `lazada.vn/products/${s}-i${item}-s${sku}.html`, expected: `lazada ${item}` })),
    fc
      .tuple(slug, id)
      .map(([s, product]) => ({ url: `shop.tiktok.com/pdp/${s}/${product}`, expected: `tiktok-shop ${product}` })),
    fc.tuple(slug, id).map(([s, product]) => ({ url: `tiki.vn/${s}-p${product}.html`, expected: `tiki ${product}` })),
    fc.tuple(slug, id).map(([s, product]) => ({ url: `voso.vn/${s}-p${product}.html`, expected: `voso ${product}` })),
    fc
      .tuple(slug, id)
      .map(([s, product]) => ({ url: `postmart.vn/p/${s}-${product}.html`, expected: `postmart ${product}` })),
    fc.tuple(slug, id).map(([s, product]) => ({
      url: `alibaba.com/product-detail/${s}_${product}.html`,
      expected: `alibaba ${product}`,
    })),
    fc
      .tuple(slug, asin)
      .map(([s, code]) => ({ url: `amazon.com/${s}/dp/${code}`, expected: `amazon amazon.com:${code}` })),
    slug.map((s) => ({
      url: `ocopgialai.vn/${s}`,
      expected: `ocop-gia-lai https://ocopgialai.vn/${encodeURIComponent(s)}`,
    })),
  );
  const scheme = fc.constantFrom("https://", "http://", "", "//", "HTTPS://");

  test("ids survive digit by digit, whatever is put before the address and tracked behind it", () => {
    fc.assert(
      fc.property(
        page,
        scheme,
        fc.constantFrom("", "www.", "m."),
        tracking,
        ({ url, expected }, start, subdomain, query) => {
          expect(keyOf(`${start}${subdomain}${url}?${query}#x`)).toBe(expected);
          expect(keyOf(`${start}${subdomain}${encodeURI(url)}`)).toBe(expected);
        },
      ),
    );
  });
  test("the canonical address is https, on a listed host, and recognised as the same listing", () => {
    fc.assert(
      fc.property(page, ({ url }) => {
        const first = recognise(url);
        if (!first.ok) throw new Error(first.code);
        expect(recognise(first.value.url)).toEqual(first);
        const { protocol, hostname } = new URL(first.value.url);
        expect(protocol).toBe("https:");
        expect(marketplaces.flatMap(({ hosts }) => hosts.map((host) => host.replace("www.", "")))).toContain(
          hostname.replace("www.", ""),
        );
      }),
    );
  });
  test("no address on a host outside the list is ever accepted", () => {
    const outside = fc
      .domain()
      .filter(
        (host) => !marketplaces.some(({ hosts }) => hosts.some((listed) => host.endsWith(listed.replace("www.", "")))),
      );
    const prefix = fc.constantFrom("", "shopee.vn.", "www.shopee.vn.", "shopee.vn-", "xshopee.vn.");
    fc.assert(
      fc.property(prefix, outside, page, (before, host, { url }) => {
        const path = url.slice(url.indexOf("/"));
        expect(keyOf(`https://${before}${host}${path}`)).toMatch(/^url\.(unknownHost|lookalikeHost|shortLink)$/);
        expect(keyOf(`https://${host}/${url}`)).toMatch(/^url\.(unknownHost|shortLink|lookalikeHost)$/);
      }),
    );
  });
  test("no text whatever makes it fail in any other way", () => {
    const text = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.webUrl(),
      fc.string().map((path) => `https://shopee.vn/${path}`),
      fc.string().map((path) => `ocopgialai.vn/${path}`),
    );
    fc.assert(
      fc.property(text, (pasted) => {
        const result = recognise(pasted);
        expect(result.ok ? result.value.url : result.code).toMatch(result.ok ? /^https:\/\// : /^url\./);
      }),
      { numRuns: 500 },
    );
  });
});
