import type { ImportContext, ImportKind, PlannedRow, ReadRow } from "~/imports/import-kind";
import type { Transaction } from "~/platform/db/transaction.server";
import { accept, type Result, refuse } from "~/platform/result";
import { decidePopulation, type KnownPopulation, type PopulationDecision, populationColumns } from "./population-row";

/** The official number of SMEs by year, each with its source. */
export const smePopulationImport: ImportKind = {
  name: "sme-population",
  slug: "so-dnnvv",
  title: "targets:import.title",
  lead: "targets:import.lead",
  permission: "target.administer",
  forEnterprise: false,
  fields: populationColumns,
  ignored: [],
  facts: [],
  titleField: "year",
  subjectPath: () => "/quan-tri/chi-tieu",
  plan: async (rows, context, read) => {
    const known = await read<KnownPopulation>(
      "SELECT id, year, count, source FROM sme_populations WHERE year = ANY($1::int[])",
      [rows.map(({ values }) => values.year)],
    );
    const decided = rows.map((row: ReadRow) => decidePopulation(row, known));
    return {
      rows: decided satisfies PlannedRow[],
      apply: (tx, chosen) =>
        write(
          tx,
          decided.filter(({ number }) => chosen.has(number)),
          context,
        ),
    };
  },
};

async function write(
  tx: Transaction,
  chosen: readonly PopulationDecision[],
  { importId, uploader }: ImportContext,
): Promise<Result<null, "changed">> {
  const count = await tx.prisma.$executeRawUnsafe(
    `INSERT INTO sme_populations AS s (id, year, count, source, recorded_at, recorded_by_id)
      SELECT r.id, r.year, r.count, r.source, $2::timestamptz, $3::uuid
      FROM jsonb_to_recordset($1::jsonb) AS r(id uuid, year int, count int, source text)
      ON CONFLICT (year) DO UPDATE SET count = excluded.count, source = excluded.source,
        recorded_at = excluded.recorded_at, recorded_by_id = excluded.recorded_by_id WHERE s.id = excluded.id`,
    JSON.stringify(chosen.map(({ subjectId, after }) => ({ id: subjectId, ...after }))),
    tx.now,
    uploader.accountId,
  );
  if (count !== chosen.length) return refuse("changed");
  for (const { subjectId, before, after } of chosen) {
    if (subjectId === null) continue;
    tx.record({
      event: before ? "sme-population.changed" : "sme-population.entered",
      subject: { kind: "sme-population", id: subjectId },
      data: { ...(before && { before: { count: before.count, source: before.source } }), after, importId },
    });
  }
  return accept(null);
}
