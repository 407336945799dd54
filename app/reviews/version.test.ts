import { describe, expect, it } from "vitest";
import { type JournalledEntry, versionsOf } from "./version";

let seq = 0;
const entry = (event: string, data: unknown, more: Partial<JournalledEntry> = {}): JournalledEntry => {
  seq += 1;
  return {
    seq,
    at: new Date(Date.UTC(2026, 0, seq)),
    event,
    data,
    actorId: "owner",
    actorName: "Chủ cơ sở",
    proposerName: null,
    ...more,
  };
};
const product = ["name", "gtin", "photos"];
const certificate = ["number", "validTo", "scope"];

describe("the versions of a product", () => {
  it("follow its journal, each with who made it and what it changed", () => {
    const versions = versionsOf(
      [
        entry("product.added", { after: { code: "X", name: "Bún", gtin: null, photos: [] } }),
        entry("product.registered", { after: { registeredOn: "2026-01-02" } }),
        entry("product.edited", { before: { name: "Bún", price: 1 }, after: { name: "Bún khô", price: 2 } }),
      ],
      product,
    );
    expect(versions.map(({ number, by, facts, changed }) => ({ number, by, facts, changed }))).toEqual([
      {
        number: 1,
        by: "Chủ cơ sở",
        facts: { name: "Bún", gtin: null, photos: [] },
        changed: [
          { field: "name", before: undefined, after: "Bún" },
          { field: "gtin", before: undefined, after: null },
          { field: "photos", before: undefined, after: [] },
        ],
      },
      {
        number: 2,
        by: "Chủ cơ sở",
        facts: { name: "Bún khô", gtin: null, photos: [] },
        changed: [{ field: "name", before: "Bún", after: "Bún khô" }],
      },
    ]);
  });

  it("count photos added, moved and removed as changes of their list", () => {
    const versions = versionsOf(
      [
        entry("product.added", { after: { name: "Bún", photos: [] } }),
        entry("product.photos-added", { before: { photos: [] }, after: { photos: ["a", "b"] } }),
        entry("product.photos-reordered", { before: { photos: ["a", "b"] }, after: { photos: ["b", "a"] } }),
        entry("product.photo-removed", { before: { photos: ["b", "a"] }, after: { photos: ["b"] } }),
      ],
      product,
    );
    expect(versions.map(({ facts }) => facts.photos)).toEqual([[], ["a", "b"], ["b", "a"], ["b"]]);
  });

  it("name who proposed a change and by whose decision it holds", () => {
    const [, second] = versionsOf(
      [
        entry("product.added", { after: { name: "Bún" } }),
        entry(
          "product.edited",
          { changeId: "c", before: { name: "Bún" }, after: { name: "Bún khô" } },
          { actorId: "officer", actorName: "Cán bộ", proposerName: "Chủ cơ sở" },
        ),
      ],
      product,
    );
    expect(second).toMatchObject({ by: "Chủ cơ sở", decidedBy: "Cán bộ", decidedAt: new Date(Date.UTC(2026, 0, seq)) });
  });

  it("leave out entries that change none of the fields compared, such as a new price", () => {
    const entries = [
      entry("product.added", { after: { name: "Bún", price: 1 } }),
      entry("product.edited", { before: { price: 1 }, after: { price: 2 } }),
      entry("product.photos-added", { after: [{ fileId: "a" }] }),
      entry("product.withdrawn", null),
    ];
    expect(versionsOf(entries, product)).toHaveLength(1);
  });

  it("know of early versions what only a later entry says was there before", () => {
    const versions = versionsOf(
      [
        entry("product.registered", { after: { name: "Bún" } }),
        entry("product.edited", { before: { name: "Bún", gtin: "893" }, after: { name: "Bún", gtin: "894" } }),
      ],
      product,
    );
    expect(versions.map(({ facts }) => facts.gtin)).toEqual(["893", "894"]);
    expect(versions[1]?.changed).toEqual([{ field: "gtin", before: "893", after: "894" }]);
  });

  it("begin with the first change where the journal does not tell of the beginning", () => {
    const [first] = versionsOf(
      [entry("product.edited", { before: { name: "Bún", gtin: null }, after: { name: "Bún khô" } })],
      product,
    );
    expect(first).toMatchObject({ number: 1, facts: { name: "Bún khô", gtin: null } });
  });

  it("are none where the journal says nothing", () => {
    expect(versionsOf([], product)).toEqual([]);
    expect(versionsOf([entry("product.verified", {})], product)).toEqual([]);
  });
});

describe("the versions of a certificate", () => {
  const scope = [{ productId: "p", from: "2025-01-10", to: null }];

  it("say by whom the last one was verified, and tell a product that joined or left as a change of scope", () => {
    const versions = versionsOf(
      [
        entry("certificate.added", { after: { number: "1", validTo: null, scope } }),
        entry("certificate.submitted", { before: { status: "draft" }, after: { status: "submitted" } }),
        entry("certificate.verified", { reviewId: "r" }, { actorId: "officer", actorName: "Cán bộ" }),
        entry(
          "certificate.changed",
          { before: { scope }, after: { scope: [{ productId: "p", from: "2025-01-10", to: "2026-01-31" }] } },
          { actorName: "Cán bộ", proposerName: "Chủ cơ sở" },
        ),
      ],
      certificate,
    );
    expect(versions.map(({ decidedBy }) => decidedBy)).toEqual(["Cán bộ", "Cán bộ"]);
    expect(versions[1]?.changed).toEqual([
      { field: "scope", before: scope, after: [{ productId: "p", from: "2025-01-10", to: "2026-01-31" }] },
    ]);
  });
});
