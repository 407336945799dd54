import fc from "fast-check";
import { beforeAll, expect, test } from "vitest";
import { standingOn } from "~/certification/certificate";
import { type ChecklistFacts, computedItems, isComputedMet } from "~/enterprises/checklist";
import { checklistProgress, listChecklist } from "~/enterprises/checklist-queries.server";
import { type Evidence, statusOn } from "~/listings/listing-status";
import { addDays, addMonths, type Day } from "~/platform/day";
import { pool, rows } from "~/platform/db/client.server";
import {
  buildAccount,
  buildAssessment,
  buildCertificate,
  buildEnterprise,
  buildEvidence,
  buildListing,
  buildProduct,
  buildSizeDeclaration,
  instantOn,
} from "../../prisma/seed/builders";
import { insertRows } from "../../prisma/seed/insert-rows";
import { seedReference } from "../../prisma/seed/seed-reference";
import { portalDatabase } from "../../tests/integration/database";

portalDatabase();
beforeAll(async () => {
  await seedReference(pool());
  await insertRows(pool(), "accounts", [
    buildAccount(1),
    buildAccount(2, { emailConfirmedAt: null }),
    buildAccount(3, { disabledAt: instantOn("2025-01-01") }),
  ]);
});

const today: Day = "2026-03-02";
const windowDays = 90;
const near = (edge: Day) => fc.integer({ min: -1, max: 1 }).map((step) => addDays(edge, step));
const maybe = fc.boolean();

// Days around the edges of every rule, so that each bound is met from both sides.
const world = fc.record({
  members: fc.uniqueArray(fc.constantFrom(1, 2, 3), { maxLength: 3 }),
  years: fc.uniqueArray(fc.constantFrom(2023, 2024, 2025, 2026), { maxLength: 2 }),
  products: fc.array(
    fc.record({
      status: fc.constantFrom("registered" as const, "registered" as const, "draft" as const),
      isDescribed: maybe,
      listings: fc.array(
        fc.record({
          isRemoved: fc.constantFrom(false, false, true),
          evidence: fc.array(
            fc.record({
              kind: fc.constantFrom("officer-check" as const, "link-check" as const, "owner-claim" as const),
              verdict: fc.constantFrom("live" as const, "live" as const, "not-live" as const),
              on: fc.oneof(near(addDays(today, -windowDays)), near(addDays(today, -5))),
            }),
            { minLength: 1, maxLength: 2 },
          ),
        }),
        { maxLength: 1 },
      ),
    }),
    { minLength: 1, maxLength: 2 },
  ),
  certificates: fc.array(
    fc.record({
      isVerified: maybe,
      validFrom: fc.oneof(near(today), fc.constant(addDays(today, -300))),
      validTo: fc.option(near(today), { nil: null }),
      revokedOn: fc.option(near(today), { nil: null }),
    }),
    { maxLength: 2 },
  ),
  assessedOn: fc.array(fc.oneof(near(addMonths(today, -12)), fc.constant(addDays(today, -10))), { maxLength: 2 }),
});
type World = typeof world extends fc.Arbitrary<infer T> ? T : never;

let used = 0;
const fresh = (): number => {
  used += 1;
  return used;
};

/** Writes the world as an enterprise's rows and answers what it holds by the decision files. */
async function live(given: World): Promise<{ id: string; facts: ChecklistFacts }> {
  const enterprise = buildEnterprise(fresh());
  const enterpriseId = enterprise.id;
  await insertRows(pool(), "enterprises", [enterprise]);
  const createdAt = instantOn("2024-01-01");
  await insertRows(
    pool(),
    "memberships",
    given.members.map((n) => ({ accountId: buildAccount(n).id, enterpriseId, createdAt })),
  );
  await insertRows(
    pool(),
    "size_declarations",
    given.years.map((year) => buildSizeDeclaration(fresh(), { enterpriseId, year })),
  );
  const judged: Evidence[][] = [];
  for (const { status, isDescribed, listings } of given.products) {
    const product = buildProduct(fresh(), {
      enterpriseId,
      status,
      description: isDescribed ? "Ngon." : "",
      ...(status === "draft" && { registeredOn: null, registeredAt: null }),
    });
    await insertRows(pool(), "products", [product]);
    for (const { isRemoved, evidence } of listings) {
      const removedAt = isRemoved ? instantOn(today) : null;
      const listing = buildListing(fresh(), {
        productId: product.id,
        removedAt,
      });
      await insertRows(pool(), "listings", [listing]);
      const proofs = evidence.map(({ kind, verdict, on }) =>
        buildEvidence(fresh(), {
          listingId: listing.id,
          kind,
          verdict,
          observedAt: instantOn(on, 9),
          recordedAt: instantOn(on, 10),
        }),
      );
      await insertRows(pool(), "evidence", proofs);
      if (status === "registered" && !isRemoved) judged.push(proofs);
    }
  }
  await insertRows(
    pool(),
    "certificates",
    given.certificates.map(({ isVerified, validFrom, validTo, revokedOn }) =>
      buildCertificate(fresh(), {
        enterpriseId,
        validFrom,
        validTo: validTo !== null && validTo < validFrom ? validFrom : validTo,
        ...(isVerified
          ? {
              status: revokedOn ? ("revoked" as const) : ("verified" as const),
              verifiedAt: createdAt,
              revokedOn,
              revocationRecordedAt: revokedOn === null ? null : createdAt,
              revocationReason: revokedOn === null ? null : "x",
            }
          : { status: "submitted" as const, verifiedAt: null, revokedOn: null, revocationRecordedAt: null }),
      }),
    ),
  );
  await insertRows(
    pool(),
    "assessments",
    given.assessedOn.map((assessedOn) => buildAssessment(fresh(), { enterpriseId, assessedOn })),
  );
  const inForce = given.certificates.filter(({ isVerified, validFrom, validTo, revokedOn }) => {
    const to = validTo !== null && validTo < validFrom ? validFrom : validTo;
    return isVerified && standingOn(today, { validFrom, validTo: to, revokedOn }) === "valid";
  });
  const months = given.assessedOn.map((day) => (day > addMonths(today, -12) ? 0 : 12));
  return {
    id: enterpriseId,
    facts: {
      confirmedContacts: given.members.filter((n) => n === 1).length,
      declaredYear: given.years.length > 0 ? Math.max(...given.years) : null,
      // No product of this world has a photo; the use case's own test sees one.
      presentedProducts: 0,
      certificatesInForce: inForce.length,
      liveListings: judged.filter(
        (evidence) => statusOn(today, instantOn(addDays(today, 1)), evidence, windowDays).status === "live",
      ).length,
      monthsSinceAssessment: months.length > 0 ? Math.min(...months) : null,
    },
  };
}

test("the checklist of any enterprise says what the rules say, item by item and in its count", async () => {
  await fc.assert(
    fc.asyncProperty(world, async (given) => {
      const { id, facts } = await live(given);
      const entries = await listChecklist([id], today);
      const seen = entries.filter(({ kind, isMet }) => kind === "computed" && isMet).map(({ code }) => code);
      expect(seen).toEqual(computedItems.filter((item) => isComputedMet(item, facts, 2026)));
      expect((await checklistProgress([id], today)).get(id)?.done).toBe(seen.length);
    }),
    { numRuns: 60 },
  );
}, 60_000);

test("a product is presented once it is registered, described and has a photo", async () => {
  const enterprise = buildEnterprise(fresh());
  const product = buildProduct(fresh(), { enterpriseId: enterprise.id, description: "" });
  await insertRows(pool(), "enterprises", [enterprise]);
  await insertRows(pool(), "products", [product]);
  const isPresented = async () =>
    (await listChecklist([enterprise.id], today)).find(({ code }) => code === "product-presented")?.isMet;
  expect(await isPresented()).toBe(false);
  await rows("UPDATE products SET description = 'Ngon.' WHERE id = $1", [product.id]);
  expect(await isPresented()).toBe(false);
  await rows(
    `INSERT INTO files (id, sha256, purpose, media_type, size_bytes, width, height, original_name, enterprise_id)
      VALUES ($1, repeat('a', 64), 'photo', 'image/jpeg', 1, 1, 1, 'a.jpg', $2)`,
    [product.id, enterprise.id],
  );
  await rows("INSERT INTO product_photos (product_id, file_id, position) VALUES ($1, $1, 0)", [product.id]);
  expect(await isPresented()).toBe(true);
});
