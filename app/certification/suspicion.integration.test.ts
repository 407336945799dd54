import "../../tests/integration/own-portal";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import "~/messages";
import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import sharp from "sharp";
import { pool, row, rows } from "~/platform/db/client.server";
import { contentPath } from "~/platform/files/data-directory.server";
import { prepareJobs } from "~/platform/jobs/worker.server";
import { buildFile, buildReview, instantOn } from "../../prisma/seed/builders";
import { ownScanPicture } from "../../prisma/seed/demo/pictures/scan-picture";
import { insertRows } from "../../prisma/seed/insert-rows";
import { seedReference } from "../../prisma/seed/seed-reference";
import {
  addCertificateTo,
  type CertificateWorld,
  makeCertificateWorld,
} from "../../tests/integration/certificate-world";
import { countQueries } from "../../tests/integration/count-queries";
import { hashScan } from "./hash-scan.server";
import { findSuspicions } from "./suspicion-queries.server";
import { weighCertificate, weighOpenReviews } from "./weigh-certificate.server";

const today = "2026-03-02";
const now = instantOn(today, 10);
let scans = 0;

beforeAll(async () => {
  await prepareJobs(pool());
  await seedReference(pool());
});

let world: CertificateWorld;
let other: CertificateWorld;
beforeEach(async () => {
  world = await makeCertificateWorld();
  other = await makeCertificateWorld();
});

/** Stores a scan as a picture on disk; answers the id of its row. */
async function storeScan(content: Buffer): Promise<string> {
  scans += 1;
  const sha256 = (0xabc000 + scans).toString(16).padStart(64, "0");
  const file = contentPath("files", sha256) ?? "";
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, content);
  const row = buildFile(90_000 + scans, { sha256, purpose: "scan", mediaType: "image/webp" });
  await insertRows(pool(), "files", [row]);
  return row.id;
}
const draw = (n: number) => sharp(Buffer.from(ownScanPicture(n)));

const given = (n: number) => ({
  issuedOn: "2025-06-01",
  number: `${7000 + n}/QĐ-UBND`,
  status: "submitted" as const,
  scanId: null,
});
const kindsOf = async (id: string) => (await findSuspicions(id, today)).map(({ kind }) => kind);

describe("what the database knows to speak against a certificate", () => {
  it("is nothing for a plain one", async () => {
    expect(await kindsOf(await addCertificateTo(world, given(1)))).toEqual([]);
  });

  it("is the same scheme and number at another enterprise, however it is spelt, but not a draft's", async () => {
    const one = await addCertificateTo(world, given(2));
    const draft = await addCertificateTo(other, { ...given(2), status: "draft" });
    expect(await kindsOf(one)).toEqual([]);
    await rows("UPDATE certificates SET status = 'withdrawn' WHERE id = $1", [draft]);
    const twin = await addCertificateTo(other, { ...given(2), number: " 7002 qđ/ubnd " });
    expect(await findSuspicions(one, today)).toMatchObject([{ kind: "sameNumber", others: [{ certificateId: twin }] }]);
    expect(await kindsOf(twin)).toContain("sameNumber");
  });

  it("is a scan that was saved anew in another size and format, and not one of the same template", async () => {
    const original = await storeScan(await draw(1).webp().toBuffer());
    const copy = await storeScan(await draw(1).resize(480).jpeg({ quality: 60 }).toBuffer());
    const another = await storeScan(await draw(2).webp().toBuffer());
    for (const id of [original, copy, another]) await hashScan(id);
    const first = await addCertificateTo(other, { ...given(3), scanId: original });
    const second = await addCertificateTo(world, { ...given(4), scanId: copy });
    const third = await addCertificateTo(world, { ...given(5), scanId: another });
    expect(await findSuspicions(second, today)).toMatchObject([
      { kind: "sameScan", others: [{ certificateId: first }] },
    ]);
    expect(await kindsOf(third)).toEqual([]);
  });

  it("is an enterprise that has closed", async () => {
    const id = await addCertificateTo(world, given(6));
    await rows("UPDATE enterprises SET closed_on = $2, closure_recorded_at = now() WHERE id = $1", [
      world.enterpriseId,
      today,
    ]);
    expect(await kindsOf(id)).toEqual(["enterpriseClosed"]);
  });

  it("is a level or a term that the scheme has come to no longer offer", async () => {
    const id = await addCertificateTo(world, given(7));
    await rows("UPDATE schemes SET levels = '{4-star}', validity_months = 24 WHERE code = 'ocop'");
    try {
      expect(await findSuspicions(id, today)).toEqual([
        { kind: "claim", code: "certificate.longerThanScheme" },
        { kind: "claim", code: "certificate.levelUnknown" },
      ]);
    } finally {
      await seedReference(pool());
      await rows("UPDATE schemes SET levels = '{3-star,4-star,5-star}', validity_months = 36 WHERE code = 'ocop'");
    }
  });
});

describe("the risk of a review", () => {
  const open = (n: number, subjectId: string, enterpriseId: string) =>
    insertRows(pool(), "reviews", [buildReview(n, { subjectKind: "certificate", subjectId, enterpriseId })]);
  const riskOf = async (id: string) =>
    (await row<{ risk: number }>("SELECT risk FROM reviews WHERE subject_id = $1", [id]))?.risk;

  it("rises when the scan turns out to be another's, and the other's review rises with it", async () => {
    const [mine, theirs] = [
      await storeScan(await draw(5).webp().toBuffer()),
      await storeScan(await draw(5).jpeg().toBuffer()),
    ];
    const first = await addCertificateTo(other, { ...given(8), scanId: theirs });
    await open(70_001, first, other.enterpriseId);
    await weighCertificate(first, now);
    expect(await riskOf(first)).toBe(0);
    const second = await addCertificateTo(world, { ...given(9), scanId: mine });
    await open(70_002, second, world.enterpriseId);
    await weighCertificate(second, now);
    expect([await riskOf(first), await riskOf(second)]).toEqual([3, 3]);
  });

  it("is weighed afresh every night", async () => {
    const id = await addCertificateTo(world, given(10));
    await open(70_003, id, world.enterpriseId);
    await rows("UPDATE enterprises SET closed_on = $2, closure_recorded_at = now() WHERE id = $1", [
      world.enterpriseId,
      today,
    ]);
    await weighOpenReviews(now);
    expect(await riskOf(id)).toBe(3);
  });

  it("asks the database no more often for 30 reviews than for three", async () => {
    await rows("DELETE FROM reviews");
    const add = async (n: number) =>
      open(71_000 + n, await addCertificateTo(world, { ...given(n), number: `G-${n}` }), world.enterpriseId);
    for (let n = 100; n < 103; n += 1) await add(n);
    const ofThree = await countQueries(() => weighOpenReviews(now));
    for (let n = 103; n < 130; n += 1) await add(n);
    expect(await countQueries(() => weighOpenReviews(now))).toBe(ofThree);
  });
});
