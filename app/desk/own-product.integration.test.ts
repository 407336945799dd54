import { beforeAll, expect, it } from "vitest";
import { pool } from "~/platform/db/client.server";
import {
  buildAccount,
  buildCertificate,
  buildCoverage,
  buildEnterprise,
  buildEvidence,
  buildListing,
  buildMembership,
  buildProduct,
} from "../../prisma/seed/builders";
import { insertRows } from "../../prisma/seed/insert-rows";
import { seedReference } from "../../prisma/seed/seed-reference";
import { portalDatabase } from "../../tests/integration/database";
import { judgeProduct } from "./judge-product";
import { listOwnProducts } from "./own-product-queries.server";

portalDatabase();

const owner = buildAccount(1);
const stranger = buildAccount(2);
const enterprise = buildEnterprise(1);
const products = [1, 2, 3].map((n) => buildProduct(n, { enterpriseId: enterprise.id }));
const [counted, unlisted, bare] = products.map(({ id }) => id);

beforeAll(async () => {
  await seedReference(pool());
  const certificate = buildCertificate(1, {
    enterpriseId: enterprise.id,
    status: "verified",
    validFrom: "2026-01-01",
    validTo: "2026-12-31",
  });
  const listing = buildListing(1, { productId: counted ?? "" });
  const observedAt = new Date("2026-03-01T03:00:00Z");
  await insertRows(pool(), "accounts", [owner, stranger]);
  await insertRows(pool(), "enterprises", [enterprise]);
  await insertRows(pool(), "memberships", [buildMembership(owner.id, enterprise.id)]);
  await insertRows(pool(), "products", products);
  await insertRows(pool(), "certificates", [certificate]);
  await insertRows(pool(), "certificate_products", [
    buildCoverage(1, { certificateId: certificate.id, productId: counted ?? "" }),
    buildCoverage(2, { certificateId: certificate.id, productId: unlisted ?? "" }),
  ]);
  await insertRows(pool(), "listings", [listing]);
  await insertRows(pool(), "evidence", [
    buildEvidence(1, { listingId: listing.id, verdict: "live", observedAt, recordedAt: observedAt }),
  ]);
});

const outlooksOn = async (day: string) => {
  const own = await listOwnProducts(owner.id, enterprise.id);
  const judged = new Map(own.map((product) => [product.id, judgeProduct(product, day, new Date("2027-06-01"))]));
  return [counted, unlisted, bare].map((id) => judged.get(id ?? "")?.outlook);
};

it("what an owner is told follows the counting rules day by day", async () => {
  expect(await outlooksOn("2026-03-02")).toEqual(["counted", "addListing", "addCertificate"]);
  expect(await outlooksOn("2026-09-01")).toEqual(["reconfirmListing", "addListing", "addCertificate"]);
  expect(await outlooksOn("2027-01-01")).toEqual(["renewCertificate", "renewCertificate", "addCertificate"]);
});

it("nobody else is told anything", async () => {
  expect(await listOwnProducts(stranger.id, enterprise.id)).toEqual([]);
  expect(await listOwnProducts(stranger.id, null)).toEqual([]);
});
