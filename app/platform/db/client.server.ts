import { PrismaPg } from "@prisma/adapter-pg";
import pg from "pg";
import { environment } from "../env.server";
import { log } from "../log.server";
import { PrismaClient } from "./generated/client";

const dateType = 1082;
const bigintType = 20;

/** Days stay calendar strings, and counts are numbers: neither passes through a JavaScript Date or a string. */
const columnTypes: pg.CustomTypesConfig = {
  getTypeParser(oid: number, format?: "text" | "binary") {
    if (oid === dateType) return (text: string) => text;
    if (oid === bigintType) return Number;
    return pg.types.getTypeParser(oid, format as "text");
  },
};

export function createPool(connectionString: string, max = 12): pg.Pool {
  const pool = new pg.Pool({
    connectionString,
    max,
    types: columnTypes,
    connectionTimeoutMillis: 10_000,
    idleTimeoutMillis: 30_000,
    statement_timeout: 30_000,
    application_name: "len-san",
  });
  pool.on("error", (error) => log.warn({ err: error }, "idle database connection lost"));
  return pool;
}

interface Database {
  pool: pg.Pool;
  prisma: PrismaClient;
}

// One per process, also when the development server loads this module again.
const held = globalThis as typeof globalThis & { lenSanDatabase?: Database };

/** Makes this database the process's own; the entry and tests call it, everyone else finds it by DATABASE_URL. */
export function connectDatabase(url: string): void {
  const pool = createPool(url);
  held.lenSanDatabase = { pool, prisma: new PrismaClient({ adapter: new PrismaPg(pool) }) };
}

function database(): Database {
  if (!held.lenSanDatabase) {
    const url = environment().DATABASE_URL;
    if (!url) throw new Error("DATABASE_URL is not set: the entry opens the embedded database first");
    connectDatabase(url);
  }
  if (!held.lenSanDatabase) throw new Error("No database is connected");
  return held.lenSanDatabase;
}

export const pool = (): pg.Pool => database().pool;
export const prisma = (): PrismaClient => database().prisma;

/** Reads rows by SQL over the shared pool. */
export async function rows<Row extends pg.QueryResultRow>(
  text: string,
  values: readonly unknown[] = [],
): Promise<Row[]> {
  const result = await pool().query<Row>(text, [...values]);
  return result.rows;
}

/** Reads at most one row by SQL. */
export async function row<Row extends pg.QueryResultRow>(
  text: string,
  values: readonly unknown[] = [],
): Promise<Row | undefined> {
  return (await rows<Row>(text, values))[0];
}

export async function closeDatabase(): Promise<void> {
  const open = held.lenSanDatabase;
  delete held.lenSanDatabase;
  if (open) {
    await open.prisma.$disconnect();
    if (!open.pool.ended) await open.pool.end();
  }
}
