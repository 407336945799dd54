import type { Pool, PoolClient } from "pg";
import type { Rows } from "./rows";

/** Writes all rows of one table by one statement; every row must have the properties of the first, named as in the Prisma schema. */
export async function insertRows<Table extends keyof Rows>(
  db: Pool | PoolClient,
  table: Table,
  rows: readonly Rows[Table][],
): Promise<void> {
  const [first] = rows;
  if (first === undefined) return;
  const columns = Object.keys(first)
    .map((property) => `"${columnOf(property)}"`)
    .join(", ");
  await db.query(
    `insert into ${table} (${columns}) select ${columns} from jsonb_populate_recordset(null::${table}, $1)`,
    [JSON.stringify(rows.map(asRecord))],
  );
}

function asRecord(row: object): Record<string, unknown> {
  return Object.fromEntries(Object.entries(row).map(([property, value]) => [columnOf(property), asJson(value)]));
}

function asJson(value: unknown): unknown {
  return value instanceof Uint8Array ? `\\x${Buffer.from(value).toString("hex")}` : value;
}

function columnOf(property: string): string {
  return property.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
