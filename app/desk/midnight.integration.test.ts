import "../../tests/integration/own-portal";
import { beforeAll, describe, expect, test } from "vitest";
import { issueApiKey } from "~/accounts/issue-api-key.server";
import { loader as checkLoader } from "~/certification/pages/checked-certificate";
import { loader as feedLoader } from "~/feeds/pages/listings-json";
import "~/messages";
import { loader as directoryLoader } from "~/desk/pages/directory";
import { addDays, type Day, startOfDay } from "~/platform/day";
import { pool, row } from "~/platform/db/client.server";
import { prepareJobs } from "~/platform/jobs/worker.server";
import { log } from "~/platform/log.server";
import { loader as dashboardLoader } from "~/targets/pages/dashboard";
import {
  buildAccount,
  buildCertificate,
  buildCoverage,
  buildEnterprise,
  buildEvidence,
  buildListing,
  buildProduct,
  buildRevocation,
  instantOn,
} from "../../prisma/seed/builders";
import { insertRows } from "../../prisma/seed/insert-rows";
import { seedReference } from "../../prisma/seed/seed-reference";
import { loader as enterpriseLoader } from "./pages/enterprise";
import { loader as productLoader } from "./pages/product";

// One product for each way in which a day turns: its certificate ends with the day before `turn`, is revoked from it,
// begins on it, or is followed on it by its renewal; or the product leaves a certificate that stays, or joins one.
const turn: Day = "2026-06-15";
const before: Day = addDays(turn, -1);
const administrator = buildAccount(1, { role: "administrator" });
const officers = [buildAccount(2, { role: "officer" }), buildAccount(3, { role: "officer" })] as const;
const enterprise = buildEnterprise(1);
const ways = ["ends", "is revoked", "begins", "is renewed", "leaves", "joins"] as const;
const products = ways.map((_way, n) => buildProduct(n + 1, { enterpriseId: enterprise.id }));
const certificates = [
  buildCertificate(1, { enterpriseId: enterprise.id, issuedOn: "2024-01-01", validTo: before }),
  buildCertificate(2, { enterpriseId: enterprise.id, issuedOn: "2025-01-01", status: "revoked", revokedOn: turn }),
  buildCertificate(3, { enterpriseId: enterprise.id, issuedOn: "2026-06-01", validFrom: turn }),
  buildCertificate(4, { enterpriseId: enterprise.id, issuedOn: "2024-01-01", validTo: before }),
  buildCertificate(5, { enterpriseId: enterprise.id, issuedOn: "2025-01-01" }),
  buildCertificate(6, { enterpriseId: enterprise.id, issuedOn: "2025-01-01" }),
];
const renewal = {
  ...buildCertificate(7, { enterpriseId: enterprise.id, issuedOn: "2026-06-01", validFrom: turn }),
  supersedesId: certificates[3]?.id ?? null,
};
let key = "";

beforeAll(async () => {
  await prepareJobs(pool());
  await seedReference(pool());
  await insertRows(pool(), "accounts", [administrator, ...officers]);
  await insertRows(pool(), "enterprises", [enterprise]);
  await insertRows(pool(), "products", products);
  // Recorded long before its day: the revocation takes effect by itself.
  await insertRows(
    pool(),
    "certificates",
    [...certificates, renewal].map((certificate) => ({
      ...certificate,
      revocationRecordedAt: certificate.revokedOn === null ? null : instantOn("2026-05-01"),
    })),
  );
  await insertRows(
    pool(),
    "certificate_products",
    [...certificates, renewal].map((certificate, n) => {
      const place = certificate === renewal ? ways.indexOf("is renewed") : n;
      const way = ways[place];
      return buildCoverage(n + 1, {
        certificateId: certificate.id,
        productId: products[place]?.id ?? "",
        coversFrom: way === "joins" ? turn : certificate.validFrom,
        recordedAt: instantOn(certificate.issuedOn),
        coversTo: way === "leaves" ? before : null,
        endRecordedAt: way === "leaves" ? instantOn("2026-05-01") : null,
      });
    }),
  );
  await insertRows(pool(), "revocations", [
    buildRevocation(1, {
      certificateId: certificates[1]?.id ?? "",
      status: "confirmed",
      effectiveOn: turn,
      proposedById: officers[0].id,
      decidedById: officers[1].id,
      decidedAt: instantOn("2026-05-01"),
    }),
  ]);
  const listings = products.map((product, n) => buildListing(n + 1, { productId: product.id }));
  await insertRows(pool(), "listings", listings);
  await insertRows(
    pool(),
    "evidence",
    listings.map((listing, n) =>
      buildEvidence(n + 1, { listingId: listing.id, observedAt: instantOn(addDays(before, -10)) }),
    ),
  );
  const { id, name, email } = administrator;
  const issued = await issueApiKey(
    { id: crypto.randomUUID(), partner: "Đối tác (demo)", expiresAt: null },
    { accountId: id, sessionId: id, role: "administrator", name, email, language: "vi" },
    { actorId: id, requestId: "test", now: instantOn("2026-05-02") },
  );
  if (!issued.ok) throw new Error(issued.code);
  key = issued.value;
});

const lastInstant = new Date(startOfDay(turn).getTime() - 1);
const firstInstant = startOfDay(turn);
const visit = (now: Date, path: string, params: Record<string, string> = {}) => ({
  request: new Request(`http://localhost${path}`, { headers: { authorization: `Bearer ${key}` } }),
  params,
  context: { requestId: "r", nonce: "n", clientAddress: "127.0.0.1", now, memo: new Map(), log },
});
const codes = products.map(({ code }) => code);
const wayOf = (code: string) => ways[codes.indexOf(code)];

async function feedAt(now: Date): Promise<{ held: (string | undefined)[]; tag: string | null }> {
  const answer = await feedLoader(visit(now, "/feeds/v1/listings.json"));
  const { items } = (await answer.json()) as { items: { productCode: string }[] };
  return { held: items.map(({ productCode }) => wayOf(productCode)).sort(), tag: answer.headers.get("etag") };
}

async function standingAt(now: Date, place: number): Promise<string | undefined> {
  const code = await row<{ code: string }>("SELECT code FROM certificates WHERE id = $1", [certificates[place]?.id]);
  const answer = await checkLoader(visit(now, "/kiem-tra", { code: code?.code ?? "" }));
  const { certificate } = (await answer.json()) as { certificate: { standing: string } | null };
  return certificate?.standing;
}

describe("when the day turns in Vietnam and nobody does anything", () => {
  const yesterday = ["ends", "is renewed", "is revoked", "leaves"];
  const today = ["begins", "is renewed", "joins"];

  test("the figures of the overview follow", async () => {
    const countedAt = async (now: Date) => {
      const { listed, certified } = (await dashboardLoader(visit(now, "/"))).now;
      return { listed, certified };
    };
    expect([await countedAt(lastInstant), await countedAt(firstInstant)]).toEqual([
      { listed: yesterday.length, certified: yesterday.length },
      { listed: today.length, certified: today.length },
    ]);
  });

  test("the directory follows", async () => {
    const heldAt = async (now: Date) =>
      (await directoryLoader(visit(now, "/san-pham"))).items.map(({ code }) => wayOf(code)).sort();
    expect([await heldAt(lastInstant), await heldAt(firstInstant)]).toEqual([yesterday, today]);
  });

  test("the product's page and what programs read of it follow", async () => {
    const certifiedAt = async (now: Date) => {
      const pages = await Promise.all(codes.map((code) => productLoader(visit(now, `/san-pham/${code}`, { code }))));
      const described = pages.map((page) => JSON.stringify(page.described).includes("CertificationActive"));
      expect(pages.map(({ isCertified }) => isCertified)).toEqual(described);
      return ways.filter((_way, place) => pages[place]?.isCertified).sort();
    };
    expect([await certifiedAt(lastInstant), await certifiedAt(firstInstant)]).toEqual([yesterday, today]);
  });

  test("the page that checks a certificate follows", async () => {
    const at = async (now: Date) => Promise.all(ways.map((_way, place) => standingAt(now, place)));
    expect([await at(lastInstant), await at(firstInstant)]).toEqual([
      ["valid", "valid", "not-yet-valid", "valid", "valid", "valid"],
      ["expired", "revoked", "valid", "expired", "valid", "valid"],
    ]);
  });

  test("the enterprise's page follows", async () => {
    const namedAt = async (now: Date) => {
      const page = await enterpriseLoader(visit(now, `/co-so/${enterprise.code}`, { code: enterprise.code }));
      const certified = page.enterprise.products.filter(({ schemesVi }) => schemesVi.length > 0);
      return certified.map(({ code }) => wayOf(code)).sort();
    };
    expect([await namedAt(lastInstant), await namedAt(firstInstant)]).toEqual([yesterday, today]);
  });

  test("the feed follows, and its tag of yesterday no longer holds", async () => {
    const [last, first] = [await feedAt(lastInstant), await feedAt(firstInstant)];
    expect([last.held, first.held]).toEqual([yesterday, today]);
    expect(first.tag).not.toBe(last.tag);
  });

  test("nothing was written for it", async () => {
    const version = () => row("SELECT public_version, seq FROM journal_head");
    const untouched = await version();
    await feedAt(lastInstant);
    await feedAt(firstInstant);
    expect(await version()).toEqual(untouched);
  });
});
