import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ownerWork, type WorkFact, type WorkItem, type WorkProduct, workSections } from "./owner-work";
import { outlooks } from "./product-outlook";

const today = "2026-11-22";
const fact = (given: Partial<WorkFact>): WorkFact => ({
  kind: "certificate-returned",
  enterpriseId: "e",
  id: "c",
  label: "12/QĐ",
  day: "2026-11-20",
  products: 1,
  ...given,
});
const product = (given: Partial<WorkProduct>): WorkProduct => ({
  id: "p",
  enterpriseId: "e",
  name: "Nem",
  outlook: "counted",
  isListed: false,
  certificateId: null,
  lapses: [],
  ...given,
});
const item = (given: Partial<WorkItem>): WorkItem => ({
  enterpriseId: "e",
  itemId: "i",
  code: "seller-duties",
  name: "Nghĩa vụ",
  ...given,
});
const work = (given: { facts?: WorkFact[]; products?: WorkProduct[]; items?: WorkItem[] }, linesToGroup = 5) =>
  ownerWork({ facts: [], products: [], items: [], ...given }, today, linesToGroup);
const places = (given: Parameters<typeof work>[0]) =>
  work(given).flatMap(({ section, lines }) => lines.map(({ href }) => `${section} ${href}`));

test("what was returned stands first, then what is one step from being counted, what expires, what is missing, what waits", () => {
  const groups = work({
    facts: [
      fact({ kind: "review-certificate" }),
      fact({ kind: "photo-missing", day: null }),
      fact({ kind: "certificate-expires" }),
      fact({}),
    ],
    products: [product({ outlook: "addListing" })],
  });
  expect(groups.map(({ section }) => section)).toEqual([...workSections]);
});

describe("every line leads to where the thing is done", () => {
  test.each<[WorkFact["kind"], string]>([
    ["certificate-returned", "returned /quan-ly/e/chung-nhan/c"],
    ["change-returned", "returned /quan-ly/e/de-xuat/c"],
    ["answer-returned", "returned /quan-ly/e/danh-muc/c"],
    ["certificate-expires", "expiring /quan-ly/e/chung-nhan/c/gia-han"],
    ["certificate-unfinished", "missing /quan-ly/e/chung-nhan/c"],
    ["photo-missing", "missing /quan-ly/e/san-pham/c/anh"],
    ["review-certificate", "waiting /quan-ly/e/chung-nhan/c"],
    ["review-listing", "waiting /quan-ly/e/san-pham/c"],
    ["review-change", "waiting /quan-ly/e/de-xuat/c"],
    ["review-checklist-answer", "waiting /quan-ly/e/danh-muc"],
  ])("%s: %s", (kind, place) => expect(places({ facts: [fact({ kind })] })).toEqual([place]));

  test("a product's next step, where it is the owner's", () => {
    const steps = outlooks.flatMap((outlook) => places({ products: [product({ outlook, certificateId: "c" })] }));
    expect(steps).toEqual([
      "missing /quan-ly/e/san-pham/p#dang-ky",
      "missing /quan-ly/e/chung-nhan/moi?san-pham=p",
      "missing /quan-ly/e/chung-nhan/c",
      "missing /quan-ly/e/chung-nhan/moi?san-pham=p",
      "missing /quan-ly/e/chung-nhan/moi?san-pham=p",
      "oneStep /quan-ly/e/san-pham/p/tin-dang",
      "oneStep /quan-ly/e/san-pham/p/tin-dang",
      "oneStep /quan-ly/e/san-pham/p/tin-dang",
    ]);
  });

  test("a listed product that lacks only its certificate is one step from being counted", () => {
    expect(places({ products: [product({ outlook: "addCertificate", isListed: true })] })).toEqual([
      "oneStep /quan-ly/e/chung-nhan/moi?san-pham=p",
    ]);
  });

  test("an item that the portal computes leads to its place, any other to the checklist", () => {
    expect(
      places({
        items: [item({ code: "size-declared", itemId: "1" }), item({ itemId: "2" }), item({ code: "assessed" })],
      }).sort(),
    ).toEqual(["missing /quan-ly/e/danh-muc", "missing /quan-ly/e/danh-muc", "missing /quan-ly/e/quy-mo"]);
  });
});

describe("what expires", () => {
  test("is a listing that lapses within 30 days, by its first such day", () => {
    const lapsing = (lapses: string[]) => work({ products: [product({ lapses })] }).flatMap(({ lines }) => lines);
    expect(lapsing(["2026-12-23"])).toEqual([]);
    expect(lapsing(["2026-12-22", "2026-12-01"]).map(({ day, todo }) => [day, todo])).toEqual([
      ["2026-12-01", "listing-lapses"],
    ]);
  });
  test("stands by its day, the nearest first, whatever it holds up", () => {
    const facts = [
      fact({ kind: "certificate-expires", id: "late", day: "2027-01-02", products: 9 }),
      fact({ kind: "certificate-expires", id: "soon", day: "2026-12-02" }),
      fact({ kind: "certificate-expires", id: "soon, of more", day: "2026-12-02", products: 2 }),
    ];
    expect(work({ facts })[0]?.lines.map(({ key }) => key)).toEqual([
      "certificate-expires soon, of more",
      "certificate-expires soon",
      "certificate-expires late",
    ]);
  });
});

test("what unlocks most comes first; of equal weight, what waits longest, then by name", () => {
  const facts = [
    fact({ id: "1", day: "2026-11-21", label: "b" }),
    fact({ id: "2", day: "2026-11-10", label: "z" }),
    fact({ id: "3", day: "2026-11-21", products: 4 }),
    fact({ id: "4", day: "2026-11-21", label: "a" }),
    fact({ id: "5", day: null }),
    fact({ id: "6", day: "2026-11-21", label: "a" }),
  ];
  expect(work({ facts }, 9)[0]?.lines.map(({ key }) => key.at(-1))).toEqual(["3", "2", "4", "6", "1", "5"]);
});

test("what only an officer can see to stands behind all that its owner can do", () => {
  const lines = work({ products: [product({ outlook: "register" })], items: [item({ code: "assessed" })] })[0]?.lines;
  expect(lines?.map(({ todo }) => todo)).toEqual(["register", "checklist"]);
});

test.each([
  ["certificate-in-force", "review-certificate"],
  ["listing-confirmed", "review-listing"],
] as const)("%s is not missing while a review of it waits", (code, kind) => {
  const own = item({ code });
  const sections = (facts: WorkFact[]) => work({ facts, items: [own] }).map(({ section }) => section);
  expect(sections([])).toEqual(["missing"]);
  expect(sections([fact({ kind, enterpriseId: own.enterpriseId })])).toEqual(["waiting"]);
  expect(sections([fact({ kind, enterpriseId: "another" })])).toEqual(["missing", "waiting"]);
});

test("an item of the checklist stands before what holds up one product", () => {
  const lines = work({ products: [product({ outlook: "register" })], items: [item({})] })[0]?.lines;
  expect(lines?.map(({ todo }) => todo)).toEqual(["checklist", "register"]);
});

test("a group shows so many lines and says how many more there are and where", () => {
  const facts = [1, 2, 3].map((n) => fact({ id: `${n}`, enterpriseId: `e${n}`, label: `${n}` }));
  expect(work({ facts }, 2)).toMatchObject([{ more: 1, moreHref: "/quan-ly/e3", lines: [{}, {}] }]);
  expect(work({ facts }, 3)).toMatchObject([{ more: 0, moreHref: null }]);
});

test("no line is lost and none is told twice, however many there are", () => {
  const kinds = fc.constantFrom<WorkFact["kind"]>("certificate-returned", "certificate-expires", "photo-missing");
  const facts = fc.uniqueArray(
    fc.record({ kind: kinds, id: fc.integer({ min: 0, max: 40 }).map(String), products: fc.nat(3) }),
    { selector: ({ kind, id }) => `${kind} ${id}` },
  );
  fc.assert(
    fc.property(facts, fc.integer({ min: 1, max: 6 }), (some, linesToGroup) => {
      const groups = work({ facts: some.map(fact) }, linesToGroup);
      expect(groups.reduce((sum, { lines, more }) => sum + lines.length + more, 0)).toBe(some.length);
      for (const { lines } of groups) expect(new Set(lines.map(({ key }) => key)).size).toBe(lines.length);
    }),
  );
});
