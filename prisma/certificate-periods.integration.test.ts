import { randomUUID } from "node:crypto";
import { cp, mkdir, mkdtemp, rm } from "node:fs/promises";
import path from "node:path";
import pg from "pg";
import { expect, test } from "vitest";
import { migrationNames, migrationsFolder } from "~/platform/db/migrations.server";
import { emptyDatabase } from "../tests/integration/database";
import { migrate } from "./migrate";

const completion = "20261123010000_intake_completion";

/** A database as the release before had it. */
async function databaseBefore(): Promise<{ url: string; drop: () => Promise<void> }> {
  await mkdir(".cache", { recursive: true });
  const folder = await mkdtemp(path.resolve(".cache/migrations-"));
  for (const name of (await migrationNames()).filter((name) => name < completion)) {
    await cp(path.join(migrationsFolder, name), path.join(folder, name), { recursive: true });
  }
  const database = await emptyDatabase();
  await migrate(database.url, { folder });
  await rm(folder, { recursive: true });
  return database;
}

test("corrections of certificates made before their days were kept are found in the journal", async () => {
  const { url, drop } = await databaseBefore();
  const db = new pg.Client({ connectionString: url });
  await db.connect();
  const [kept, corrected, draft] = [randomUUID(), randomUUID(), randomUUID()];
  const add = (id: string, number: string, verifiedAt: string | null) =>
    db.query(
      `INSERT INTO certificates (id, enterprise_id, scheme_id, number, number_key, issued_on, valid_from, valid_to, status,
        code, verified_at) VALUES ($1, $1, $1, $2, $2, '2025-01-01', '2025-02-01', '2025-12-31', $3, $2, $4)`,
      [id, number, verifiedAt ? "verified" : "draft", verifiedAt],
    );
  // Only the certificates matter here: what they belong to is left out.
  await db.query(
    "ALTER TABLE certificates DROP CONSTRAINT certificates_enterprise_id_fkey, DROP CONSTRAINT certificates_scheme_id_fkey",
  );
  await add(kept, "A", "2025-01-02T00:00:00Z");
  await add(corrected, "B", "2025-01-02T00:00:00Z");
  await add(draft, "C", null);
  const correct = (at: string, before: object) =>
    db.query(
      `INSERT INTO journal (at, event, subject_kind, subject_id, data)
        VALUES ($1, 'certificate.changed', 'certificate', $2, $3)`,
      [at, corrected, { before }],
    );
  await correct("2025-01-01T00:00:00Z", { validTo: "2024-12-31" });
  await correct("2025-03-01T00:00:00Z", { validTo: null });
  await correct("2025-04-01T00:00:00Z", { number: "B1" });
  await correct("2025-05-01T00:00:00Z", { validFrom: "2025-01-01", validTo: "2026-12-31" });

  expect(await migrate(url)).toContain(completion);
  const { rows } = await db.query(
    `SELECT c.number, p.valid_from::text AS "from", p.valid_to::text AS "to", vietnam_day(p.recorded_at)::text AS known,
        vietnam_day(p.superseded_at)::text AS until
      FROM certificate_periods p JOIN certificates c ON c.id = p.certificate_id ORDER BY c.number, p.recorded_at`,
  );
  expect(rows).toEqual([
    { number: "A", from: "2025-02-01", to: "2025-12-31", known: "2025-01-02", until: null },
    { number: "B", from: "2025-01-01", to: null, known: "2025-01-02", until: "2025-03-01" },
    { number: "B", from: "2025-01-01", to: "2026-12-31", known: "2025-03-01", until: "2025-05-01" },
    { number: "B", from: "2025-02-01", to: "2025-12-31", known: "2025-05-01", until: null },
  ]);
  await db.end();
  await drop();
});
