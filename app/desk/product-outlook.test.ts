import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { certificateStatuses } from "~/certification/certificate";
import { listingStatuses } from "~/listings/listing-status";
import { productStatuses } from "~/products/product";
import { type OutlookFacts, outlookOf, outlooks, outlookTurns } from "./product-outlook";

const registered: OutlookFacts = {
  status: "registered",
  isCertified: false,
  isListed: false,
  certificates: [],
  listings: [],
};
const certificate = (
  status: OutlookFacts["certificates"][number]["status"],
  standing: OutlookFacts["certificates"][number]["standing"] = "valid",
  schemeCounts = true,
) => ({ status, standing, schemeCounts });
const listed = (...listings: OutlookFacts["listings"]): OutlookFacts => ({
  ...registered,
  isCertified: true,
  listings,
});

describe("what comes next with a product", () => {
  test.each<[string, OutlookFacts, string]>([
    ["a draft is registered first", { ...registered, status: "draft", isListed: true }, "register"],
    ["nothing comes after withdrawing", { ...registered, status: "withdrawn", isCertified: true }, "withdrawn"],
    ["without any certificate one is added", registered, "addCertificate"],
    ["a refused one does not help", { ...registered, certificates: [certificate("refused")] }, "addCertificate"],
    [
      "a revoked one does not help",
      { ...registered, certificates: [certificate("revoked", "revoked")] },
      "addCertificate",
    ],
    ["a draft one is submitted", { ...registered, certificates: [certificate("draft")] }, "submitCertificate"],
    [
      "a returned one is corrected before anything else",
      { ...registered, certificates: [certificate("draft"), certificate("submitted"), certificate("returned")] },
      "correctCertificate",
    ],
    ["a submitted one is awaited", { ...registered, certificates: [certificate("submitted")] }, "awaitCertificate"],
    [
      "one not yet valid is awaited",
      { ...registered, certificates: [certificate("verified", "not-yet-valid")] },
      "notYetValid",
    ],
    [
      "an expired one is renewed",
      { ...registered, certificates: [certificate("verified", "expired")] },
      "renewCertificate",
    ],
    [
      "one of a scheme that does not count is not enough",
      { ...registered, certificates: [certificate("verified", "valid", false)] },
      "otherScheme",
    ],
    ["certified, it is listed next", listed(), "addListing"],
    ["a claimed listing waits for the officer", listed("not-live", "claimed"), "awaitListing"],
    ["a lapsed listing waits for the officer", listed("not-live", "unconfirmed"), "reconfirmListing"],
    ["a listing that is gone is replaced", listed("not-live"), "replaceListing"],
    ["live where it does not count is not enough", listed("live"), "otherMarketplace"],
    ["certified and listed, it counts", { ...listed("live"), isListed: true }, "counted"],
  ])("%s", (_, facts, next) => {
    expect(outlookOf(facts)).toBe(next);
  });

  test("a registered product is said to count exactly when the counting rules say so", () => {
    const facts = fc.record({
      status: fc.constantFrom(...productStatuses),
      isCertified: fc.boolean(),
      isListed: fc.boolean(),
      certificates: fc.array(
        fc.record({
          status: fc.constantFrom(...certificateStatuses),
          standing: fc.constantFrom("not-yet-valid", "valid", "expired", "revoked"),
          schemeCounts: fc.boolean(),
        }),
      ),
      listings: fc.array(fc.constantFrom(...listingStatuses)),
    });
    fc.assert(
      fc.property(facts, (product) => {
        const counts = product.status === "registered" && product.isCertified && product.isListed;
        expect(outlookOf(product) === "counted").toBe(counts);
      }),
    );
  });

  test("it is the owner's turn wherever the owner can do something", () => {
    const owners = outlooks.filter((outlook) => outlookTurns[outlook] === "owner");
    expect(owners).toEqual([
      "register",
      "addCertificate",
      "submitCertificate",
      "correctCertificate",
      "renewCertificate",
      "otherScheme",
      "addListing",
      "replaceListing",
      "otherMarketplace",
    ]);
  });
});
