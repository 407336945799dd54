import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import "~/messages";
import { addDays, type Day } from "~/platform/day";
import { pool, row } from "~/platform/db/client.server";
import { claimReview } from "~/reviews/claim-review.server";
import { heldSpans } from "~/targets/counting-sql.server";
import { buildFile, instantOn, schemeId } from "../../prisma/seed/builders";
import { insertRows } from "../../prisma/seed/insert-rows";
import { seedReference } from "../../prisma/seed/seed-reference";
import {
  actingAs,
  addCertificateTo,
  type CertificateWorld,
  certificateRow,
  makeCertificateWorld,
} from "../../tests/integration/certificate-world";
import { portalDatabase } from "../../tests/integration/database";
import { revokeCertificate } from "../../tests/integration/two-officers";
import type { CertificateForm } from "./certificate-form";
import { decideCertificate } from "./decide-certificate.server";
import { findRenewals } from "./renewal-queries.server";
import { moveCertificate } from "./submit-certificate.server";
import { addCertificate } from "./write-certificate.server";

portalDatabase();
beforeAll(() => seedReference(pool()));

const now = instantOn("2026-03-02", 10);
let world: CertificateWorld;
let renewed: string;
beforeEach(async () => {
  world = await makeCertificateWorld();
  // Valid to 2026-03-31.
  renewed = await addCertificateTo(world, { issuedOn: "2023-04-01", number: `${world.n}/QĐ-UBND` });
});

const form = (given: Partial<CertificateForm> = {}): CertificateForm => ({
  id: crypto.randomUUID(),
  version: undefined,
  schemeId: schemeId("ocop"),
  number: `${world.n + 1}/QĐ-UBND`,
  level: "4-star",
  issuedOn: "2026-03-01",
  validFrom: "2026-04-01",
  validTo: undefined,
  products: [world.productId],
  ...given,
});
const renew = (given: Partial<CertificateForm> = {}, renews = renewed, scan = world.n) =>
  addCertificate(
    {
      enterpriseId: world.enterpriseId,
      form: form(given),
      scan: {
        sha256: scan.toString(16).padStart(64, "b"),
        mediaType: "application/pdf",
        sizeBytes: 1000,
        width: null,
        height: null,
        originalName: "moi.pdf",
      },
      renews,
    },
    world.owner,
    actingAs(world.owner, now),
  );
const codeOf = (answer: { ok: boolean; code?: string }) => (answer.ok ? "accepted" : answer.code);

/** Renews, hands in and has it verified; answers the renewal's id. */
async function renewedAndVerified(given: Partial<CertificateForm> = {}): Promise<string> {
  const added = await renew(given);
  if (!added.ok) throw new Error(added.code);
  const { certificateId } = added.value;
  const [officer] = world.officers;
  const { owner, enterpriseId } = world;
  const steps = [
    await moveCertificate({ certificateId, enterpriseId, action: "submit", version: 1 }, owner, actingAs(owner, now)),
    await claimReview({ kind: "certificate", id: certificateId }, officer, actingAs(officer, now)),
    await decideCertificate(
      { certificateId, version: 2, decision: { decision: "verify", note: "", reasons: [] } },
      officer,
      actingAs(officer, now),
    ),
  ];
  for (const step of steps) if (!step.ok) throw new Error(step.code);
  return certificateId;
}

/** How many products of the world are held on a day, and by how many certificates. */
const heldOn = (day: Day) =>
  row<{ products: number; spans: number }>(
    `WITH ${heldSpans} SELECT count(DISTINCT held.product_id) AS products, count(*) AS spans FROM held
      WHERE held.product_id = $2 AND $3::date BETWEEN held.from_on AND held.to_on`,
    [instantOn("2026-12-31"), world.productId, day],
  );

describe("renewing a certificate", () => {
  it("links the new one to the old, and both know of each other", async () => {
    const id = await renewedAndVerified();
    expect(await certificateRow(id)).toMatchObject({ status: "verified", supersedesId: renewed });
    expect((await findRenewals(renewed)).renewal).toMatchObject({ id, status: "verified" });
    expect((await findRenewals(id)).renewed).toMatchObject({ id: renewed, validTo: "2026-03-31" });
  });

  it("loses no day when the periods touch, and counts the product once where they overlap", async () => {
    await renewedAndVerified({ validFrom: "2026-03-15" });
    for (let day: Day = "2026-03-01"; day <= "2026-04-15"; day = addDays(day, 1)) {
      const overlap = day >= "2026-03-15" && day <= "2026-03-31";
      expect([day, await heldOn(day)]).toEqual([day, { products: 1, spans: overlap ? 2 : 1 }]);
    }
  });

  it("loses exactly the days of a gap", async () => {
    await renewedAndVerified({ validFrom: "2026-04-03" });
    const held = [];
    for (const day of ["2026-03-31", "2026-04-01", "2026-04-02", "2026-04-03"])
      held.push((await heldOn(day))?.products);
    expect(held).toEqual([1, 0, 0, 1]);
  });

  it("names the products that the new one does not cover", async () => {
    const added = await renew({ products: [] });
    if (!added.ok) throw new Error(added.code);
    expect((await findRenewals(added.value.certificateId)).dropped).toEqual([
      (await row<{ name: string }>("SELECT name FROM products WHERE id = $1", [world.productId]))?.name,
    ]);
  });

  it("may keep its number, but not take another certificate's", async () => {
    await addCertificateTo(world, { issuedOn: "2025-01-10", number: "777/QĐ-UBND" });
    expect(codeOf(await renew({ number: "777/QĐ-UBND" }))).toBe("number.taken");
    expect(codeOf(await renew({ number: `${world.n} / qđ–ubnd` }))).toBe("accepted");
  });

  it("is of the same scheme, of one's own certificate, of one that was verified and not revoked", async () => {
    const draft = await addCertificateTo(world, { status: "draft" });
    const revoked = await addCertificateTo(world, { issuedOn: "2025-01-10", number: "9/QĐ-UBND" });
    await revokeCertificate(
      { certificateId: revoked, effectiveOn: "2026-06-01" },
      [world.officers[0], world.officers[1]],
      now,
    );
    const other = await makeCertificateWorld();
    const foreign = await addCertificateTo(other);
    expect([
      codeOf(await renew({ schemeId: schemeId("trademark"), level: undefined })),
      codeOf(await renew({}, draft)),
      codeOf(await renew({}, revoked)),
      codeOf(await renew({}, foreign)),
    ]).toEqual(["renewal.otherScheme", "renewal.notVerified", "renewal.isRevoked", "notFound"]);
  });

  it("is one at a time, also when two windows begin at once", async () => {
    const answers = await Promise.all([renew({ number: "1/QĐ-A" }), renew({ number: "2/QĐ-B" }, renewed, world.n + 1)]);
    expect(answers.map(codeOf).sort()).toEqual(["accepted", "renewal.alreadyRenewed"]);
  });

  it("is suspicious with the scan of what it renews", async () => {
    const old = await row<{ scanId: string }>('SELECT scan_id AS "scanId" FROM certificates WHERE id = $1', [renewed]);
    await insertRows(pool(), "files", [
      buildFile(world.n + 9, { sha256: world.n.toString(16).padStart(64, "0"), purpose: "scan" }),
    ]);
    const added = await renew({}, renewed);
    if (!added.ok || !old) throw new Error("no renewal");
    const { certificateId } = added.value;
    await row("UPDATE certificates SET scan_id = $2 WHERE id = $1", [certificateId, old.scanId]);
    const { owner, enterpriseId } = world;
    await moveCertificate({ certificateId, enterpriseId, action: "submit", version: 1 }, owner, actingAs(owner, now));
    expect(await row("SELECT risk FROM reviews WHERE subject_id = $1", [certificateId])).toEqual({ risk: 3 });
  });
});
