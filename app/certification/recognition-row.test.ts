import { describe, expect, test } from "vitest";
import type { ImportValue } from "~/imports/import-kind";
import {
  decideRecognition,
  type KnownCertificate,
  type KnownEnterprise,
  type KnownProduct,
  type Recognition,
  type RecognitionDecision,
} from "./recognition-row";

const company: KnownEnterprise = {
  id: "e1",
  taxCode: "4108888003",
  name: "Công ty Ví Dụ",
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
  numberKey: "812/QĐUBND",
  level: "3-star",
  issuedOn: "2026-03-02",
  validFrom: "2026-03-02",
  validTo: "2029-03-01",
  status: "verified",
  version: 1,
  products: ["p1"],
};

const world = (more: Partial<Recognition> & { company?: Partial<KnownEnterprise> } = {}): Recognition => ({
  scheme: { id: "s1", levels: ["3-star", "4-star"], validityMonths: 36 },
  decision: { number: "812/QĐ-UBND", day: "2026-03-02" },
  today: "2026-05-01",
  enterprises: new Map([[company.taxCode, { ...company, ...more.company }]]),
  products: [nem],
  certificates: [held],
  areas: new Map([["Xã A", "2025:1"]]),
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
    expect(codes({ ...same, enterpriseName: "Tên khác" })).toEqual([
      "enterpriseName certification:recognition.nameDiffers",
    ]);
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
