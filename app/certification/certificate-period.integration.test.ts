import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { pool, row, rows } from "~/platform/db/client.server";
import { instantOn } from "../../prisma/seed/builders";
import { seedReference } from "../../prisma/seed/seed-reference";
import { addCertificateTo, makeCertificateWorld } from "../../tests/integration/certificate-world";
import { portalDatabase } from "../../tests/integration/database";

portalDatabase();
beforeAll(() => seedReference(pool()));

const verifiedAt = instantOn("2026-02-01");
let id: string;
beforeEach(async () => {
  const days = { validFrom: "2026-01-01", validTo: "2026-12-31" };
  id = await addCertificateTo(await makeCertificateWorld(), { ...days, status: "submitted", verifiedAt: null });
});

const periods = () =>
  rows<{ from: string; to: string | null; recordedAt: Date; supersededAt: Date | null }>(
    `SELECT valid_from AS "from", valid_to AS "to", recorded_at AS "recordedAt", superseded_at AS "supersededAt"
      FROM certificate_periods WHERE certificate_id = $1 ORDER BY recorded_at`,
    [id],
  );
const verify = () =>
  rows("UPDATE certificates SET status = 'verified', verified_at = $2 WHERE id = $1", [id, verifiedAt]);

describe("the days of a certificate", () => {
  it("are kept from its verification on, as known since then, and not before", async () => {
    await rows("UPDATE certificates SET valid_from = '2026-01-05' WHERE id = $1", [id]);
    expect(await periods()).toEqual([]);
    await verify();
    expect(await periods()).toEqual([
      { from: "2026-01-05", to: "2026-12-31", recordedAt: verifiedAt, supersededAt: null },
    ]);
  });

  it("stay beside those that somebody writes by hand, with the time of the database", async () => {
    await verify();
    await rows("UPDATE certificates SET valid_to = NULL WHERE id = $1", [id]);
    const [first, second, ...more] = await periods();
    expect(more).toEqual([]);
    expect(first).toMatchObject({ to: "2026-12-31", recordedAt: verifiedAt });
    expect(second).toMatchObject({ to: null, supersededAt: null });
    expect(first?.supersededAt).toEqual(second?.recordedAt);
    expect(second?.recordedAt.getTime()).toBeGreaterThan(verifiedAt.getTime());
  });

  it("are not laid beside themselves when nothing about them changes", async () => {
    await verify();
    await rows("UPDATE certificates SET valid_to = valid_to, version = version + 1 WHERE id = $1", [id]);
    expect(await periods()).toHaveLength(1);
  });

  it("can be ended once, and neither rewritten nor removed", async () => {
    await verify();
    const refused = async (sql: string) =>
      expect(row(`${sql} WHERE certificate_id = $1`, [id])).rejects.toThrow("certificate_periods is append-only");
    await refused("UPDATE certificate_periods SET valid_to = '2027-12-31'");
    await refused("DELETE FROM certificate_periods");
    await row("UPDATE certificate_periods SET superseded_at = now() WHERE certificate_id = $1", [id]);
    await refused("UPDATE certificate_periods SET superseded_at = NULL");
  });
});
