import { describe, expect, test } from "vitest";
import type { ImportValue } from "~/imports/import-kind";
import { decideRecognition, type RecognitionDecision } from "./recognition-row";
import type { KnownCertificate, KnownEnterprise, KnownProduct, Recognition } from "./recognition-world";

const company: KnownEnterprise = {
  id: "e1",
  taxCode: "4108888003",
  name: "Công ty Ví Dụ",
  legalForm: "llc-one",
  areaId: "2025:1",
  areaName: "Xã A",
  address: "Thôn 1",
  phone: "",
  version: 4,
  isClosed: false,
  isOwn: false,
};
const nem: KnownProduct = {
  id: "p1",
  enterpriseId: "e1",
  name: "Nem chua",
  gtin: null,
  status: "registered",
  version: 1,
};
const held: KnownCertificate = {
  id: "c1",
  enterpriseId: "e1",
  number: "812/QĐ-UBND",
  numberKey: "812/QĐUBND",
  level: "3-star",
  issuedOn: "2026-03-02",
  validFrom: "2026-03-02",
  validTo: "2029-03-01",
  status: "verified",
  version: 1,
  products: ["p1"],
  isRenewed: false,
};

const world = (more: Partial<Recognition> & { company?: Partial<KnownEnterprise> } = {}): Recognition => ({
  scheme: { id: "s1", levels: ["3-star", "4-star"], validityMonths: 36 },
  decision: { number: "812/QĐ-UBND", day: "2026-03-02" },
  today: "2026-05-01",
  enterprises: new Map([[company.taxCode, { ...company, ...more.company }]]),
  products: [nem],
  certificates: [held],
  areas: new Map([
    ["Xã A", "2025:1"],
    ["Xã C", "2025:3"],
  ]),
  ...more,
});

type Values = Record<string, ImportValue>;
const same: Values = { taxCode: company.taxCode, productName: "nem chua", level: "3 sao" };
const fresh: Values = {
  taxCode: "4109999002",
  enterpriseName: "HTX Ví Dụ",
  area: "Xã A",
  productName: "Chả",
  group: "food",
  level: "3",
};

const decide = (given: readonly Values[], known: Recognition = world()) =>
  decideRecognition(
    given.map((values, at) => ({
      number: at + 2,
      newId: `new-c${at}`,
      values,
      ids: { enterprise: `new-e${at}`, product: `new-p${at}` },
    })),
    known,
  );
const one = (values: Values, known?: Recognition) => decide([values], known)[0] as RecognitionDecision;
const codes = (values: Values, known?: Recognition) =>
  one(values, known).problems.map(({ field, code }) => `${field ?? "row"} ${code}`);

describe("a row about what is here already", () => {
  test("changes nothing when the portal says the same", () => {
    expect(one(same)).toMatchObject({ outcome: "skip", subjectId: "c1", changes: [], joins: false });
  });
  test("leaves the enterprise's name and says so", () => {
    expect(codes({ ...same, enterpriseName: "Tên khác" })).toEqual(["enterpriseName certification:recognition.kept"]);
    expect(codes({ ...same, enterpriseName: "CÔNG TY VÍ DỤ" })).toEqual([]);
  });
  test("adds a product to the scope of a verified certificate", () => {
    expect(one(same, world({ certificates: [{ ...held, products: [] }] }))).toMatchObject({
      outcome: "update",
      changes: ["scope"],
      joins: true,
    });
  });
  test("registers an owner's draft that the decision recognises", () => {
    expect(one(same, world({ products: [{ ...nem, status: "draft" }] }))).toMatchObject({
      outcome: "update",
      changes: ["registered"],
    });
  });
  test("verifies what the owner entered, by what the decision says", () => {
    const submitted: KnownCertificate = { ...held, status: "submitted", level: "4-star", products: [] };
    expect(one(same, world({ certificates: [submitted] }))).toMatchObject({
      outcome: "update",
      changes: ["level", "status", "scope"],
      verifies: { before: submitted, after: { level: "3-star" } },
    });
  });
  test("creates a certificate where the former one was refused or withdrawn", () => {
    expect(one(same, world({ certificates: [{ ...held, status: "refused" }] }))).toMatchObject({
      outcome: "create",
      subjectId: "new-c0",
      newCertificate: { number: "812/QĐ-UBND" },
    });
  });
  test("finds a product by its GTIN before its name", () => {
    const tagged = { ...nem, id: "p2", name: "Nem", gtin: "8934588063060" };
    expect(one({ ...same, gtin: "8934588063060" }, world({ products: [nem, tagged] }))).toMatchObject({
      productId: "p2",
    });
    expect(
      one({ ...same, gtin: "8934588063060", group: "food" }, world({ products: [{ ...nem, gtin: "0" }] })),
    ).toMatchObject({
      newProduct: { gtin: "8934588063060" },
    });
  });
});

describe("what an enterprise that is here says of itself", () => {
  test("stays as it is, and the row says where the decision differs", () => {
    const other = { ...same, legalForm: "cooperative", area: "Xã C", address: "Thôn 9" };
    expect(one(other)).toMatchObject({
      outcome: "skip",
      filled: null,
      problems: [
        { field: "legalForm", value: "cooperative", words: { known: "enterprises:legalForm.llc-one" } },
        { field: "area", value: "Xã C", params: { known: "Xã A" } },
        { field: "address", value: "Thôn 9", params: { known: "Thôn 1" } },
      ],
    });
    expect(codes({ ...same, legalForm: "llc-one", area: "Xã A", address: "THÔN 1" })).toEqual([]);
  });
  test("is not compared by an area that nobody knows, or by one of before the merger", () => {
    expect(codes({ ...same, area: "Xã B" })).toEqual([]);
    expect(codes({ ...same, area: "Xã C" }, world({ company: { areaId: "2024:7" } }))).toEqual([]);
  });
  test("is completed where it is empty, once for all rows", () => {
    const rows = decide([
      { ...same, phone: "+84905000001" },
      { ...same, productName: "Tré", group: "food", phone: "+84905000002", address: "Thôn 1" },
    ]);
    expect(rows).toMatchObject([
      { outcome: "update", changes: ["phone"], filled: { id: "e1", version: 4, phone: "+84905000001" } },
      { outcome: "create", filled: null, problems: [{ field: "phone", params: { known: "+84905000001" } }] },
    ]);
    const empty = world({ company: { address: "" } });
    expect(
      decide(
        [
          { ...same, phone: "+84905000001" },
          { ...same, number: "A2", address: "Thôn 2" },
        ],
        empty,
      ),
    ).toMatchObject([{ filled: { phone: "+84905000001" } }, { filled: { id: "e1", version: 4, address: "Thôn 2" } }]);
  });
});

describe("a certificate that follows another", () => {
  const old: KnownCertificate = {
    ...held,
    id: "c0",
    number: "77/2023",
    numberKey: "77/2023",
    issuedOn: "2023-04-01",
    validFrom: "2023-04-01",
    validTo: "2026-03-31",
  };
  test("of the same product renews it, and the row says so", () => {
    expect(one(same, world({ certificates: [old] }))).toMatchObject({
      outcome: "create",
      newCertificate: { number: "812/QĐ-UBND", supersedesId: "c0" },
      problems: [{ code: "certification:recognition.renews", params: { number: "77/2023", day: "31/03/2026" } }],
    });
  });
  test("renews it also where the issuer kept the number", () => {
    const kept = { ...same, number: "77/2023" };
    expect(one(kept, world({ certificates: [old] }))).toMatchObject({
      outcome: "create",
      newCertificate: { number: "77/2023", supersedesId: "c0" },
    });
    const renewal = { ...held, number: "77/2023", numberKey: "77/2023" };
    const both = world({ certificates: [renewal, { ...old, isRenewed: true }] });
    expect(one(kept, both)).toMatchObject({ outcome: "skip", subjectId: "c1" });
  });
  test("of several renews the one that ends last, and two new ones never the same", () => {
    const earlier = { ...old, id: "c00", number: "5", numberKey: "5", validTo: "2026-02-01" };
    const known = world({ certificates: [earlier, old] });
    expect(decide([same, { ...same, number: "A2" }, { ...same, number: "A3" }], known)).toMatchObject([
      { newCertificate: { supersedesId: "c0" } },
      { newCertificate: { supersedesId: "c00" } },
      { newCertificate: { supersedesId: null } },
    ]);
  });
  test("is shared by the rows of one number, which renew the same", () => {
    const wide = { ...old, products: ["p1", "p2"] };
    const tre = { ...nem, id: "p2", name: "Tré" };
    const rows = decide([same, { ...same, productName: "Tré" }], world({ products: [nem, tre], certificates: [wide] }));
    expect(rows.map((row) => (row as RecognitionDecision).newCertificate?.supersedesId)).toEqual(["c0", "c0"]);
  });
  test.each([
    ["one that is renewed already", { isRenewed: true }],
    ["one in force for more than a year", { validTo: "2027-03-31" }],
    ["one without an end", { validTo: null }],
    ["one that began later", { validFrom: "2026-03-10" }],
    ["one that was revoked", { status: "revoked" }],
    ["one of another product", { products: ["p9"] }],
  ] as const)("does not renew %s", (_, changed) => {
    expect(one(same, world({ certificates: [{ ...old, ...changed }] }))).toMatchObject({
      outcome: "create",
      newCertificate: { supersedesId: null },
      problems: [],
    });
  });
  test("of a verified number with other contents is refused field by field, with what the portal says", () => {
    const wrong = { ...same, level: "4", issuedOn: "2026-03-12" };
    expect(one(wrong).problems).toMatchObject([
      { field: "level", words: { known: "certification:level.3-star" } },
      { field: "issuedOn", value: "12/03/2026", params: { known: "02/03/2026" } },
      { field: "validFrom", value: "12/03/2026" },
      { field: "validTo", params: { known: "01/03/2029" } },
    ]);
    const odd = world({ certificates: [{ ...held, level: "grand" }] });
    expect(one(same, odd).problems).toMatchObject([{ field: "level", params: { known: "grand" } }]);
    const none = world({ certificates: [{ ...held, level: null, validTo: null }] });
    expect(one(same, none).problems).toMatchObject([
      { field: "level", params: { known: "" } },
      { field: "validTo", params: { known: "" } },
    ]);
  });
});

describe("a row is refused", () => {
  test.each([
    [
      "of a closed enterprise",
      same,
      world({ company: { isClosed: true } }),
      ["taxCode certification:recognition.closed"],
    ],
    [
      "of the officer's own enterprise",
      same,
      world({ company: { isOwn: true } }),
      ["row platform:refusal.ownEnterprise"],
    ],
    [
      "when the verified certificate says something else",
      { ...same, level: "4" },
      world(),
      ["level certification:recognition.differs"],
    ],
    [
      "when the certificate was revoked",
      same,
      world({ certificates: [{ ...held, status: "revoked" }] }),
      ["number certification:recognition.revoked"],
    ],
    [
      "when several products have the name",
      same,
      world({ products: [nem, { ...nem, id: "p2" }] }),
      ["productName products:import.nameAmbiguous"],
    ],
    [
      "when the GTIN is a withdrawn product's",
      { ...same, gtin: "8934588063060" },
      world({ products: [{ ...nem, gtin: "8934588063060", status: "withdrawn" }] }),
      ["gtin products:import.withdrawn"],
    ],
    [
      "when the decision's number is too long for a certificate's",
      same,
      world({ decision: { number: "1".repeat(101), day: "2026-03-02" } }),
      ["number certification:number.tooLong"],
    ],
    ["when a new product has no group", { ...same, productName: "Chả" }, world(), ["group products:missing.group"]],
    [
      "without the level that the scheme asks for",
      { ...same, level: "" },
      world(),
      ["level certification:level.levelUnknown"],
    ],
    [
      "with a day in the future",
      { ...same, number: "A9", issuedOn: "2026-06-01" },
      world(),
      ["issuedOn certification:issuedOn.issuedInFuture"],
    ],
    [
      "with a last day before the first",
      { ...same, number: "A9", validTo: "2026-01-01" },
      world(),
      ["validTo certification:validTo.datesReversed"],
    ],
    [
      "when a new enterprise lacks everything",
      { taxCode: "4109999002", productName: "Chả" },
      world(),
      ["enterpriseName certification:recognition.newEnterprise", "area certification:recognition.newEnterprise"],
    ],
    ["when the area is not clear", { ...fresh, area: "Xã B" }, world(), ["area certification:recognition.areaUnknown"]],
    [
      "when the legal form is not clear",
      { ...fresh, enterpriseName: "Ví Dụ" },
      world(),
      ["legalForm certification:recognition.legalFormUnknown"],
    ],
  ] as const)("%s", (_, values, known, problems) => {
    expect(one(values, known)).toMatchObject({ outcome: "refuse", subjectId: null });
    expect(codes(values, known)).toEqual(problems);
  });

  test("without a level where the column is empty", () => {
    const { level: _, ...none } = same;
    expect(codes(none)).toEqual(["level certification:level.levelMissing"]);
  });
});

describe("a row about what is not here yet", () => {
  test("creates the enterprise, the product and the certificate", () => {
    expect(one({ ...fresh, address: "Thôn 1", phone: "+84905", legalForm: "household" })).toMatchObject({
      outcome: "create",
      newEnterprise: { id: "new-e0", legalForm: "household", sector: "agriculture-industry", address: "Thôn 1" },
      newProduct: { id: "new-p0", group: "food" },
      newCertificate: { level: "3-star", validTo: "2029-03-01" },
    });
    expect(one({ ...fresh, group: "tourism" })).toMatchObject({ newEnterprise: { sector: "trade-services" } });
    expect(one({ ...fresh, taxCode: "not read" })).toMatchObject({ newEnterprise: { taxCodeKind: "enterprise" } });
  });
  test("shares enterprise, certificate and product with the rows before it", () => {
    const rows = decide([fresh, { ...fresh, productName: "Tré" }, { ...fresh, number: "B1", level: "4" }]);
    expect(rows).toMatchObject([
      { enterpriseId: "new-e0", productId: "new-p0", subjectId: "new-c0" },
      { enterpriseId: "new-e0", productId: "new-p1", subjectId: "new-c0" },
      { enterpriseId: "new-e0", productId: "new-p0", subjectId: "new-c2" },
    ]);
  });
  test("is refused when it gives another level to the same number", () => {
    const rows = decide([fresh, { ...fresh, productName: "Tré", level: "4" }]);
    expect(rows[1]?.problems).toEqual([{ field: "level", code: "certification:recognition.numberTwice" }]);
  });
});
