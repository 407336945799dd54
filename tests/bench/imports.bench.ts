import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import pg from "pg";
import { from as copyFrom } from "pg-copy-streams";
import { mostRowsAtOnce } from "~/imports/import-workflow";
import portalPackage from "../../package.json" with { type: "json" };
import { buildAccount, buildEnterprise, buildMembership } from "../../prisma/seed/builders";
import { insertRows } from "../../prisma/seed/insert-rows";
import { seedReference } from "../../prisma/seed/seed-reference";
import { cloneDatabase, openTestServer } from "../integration/test-server";
import { benchAccount, benchEnterprise, benchProduct, writeTable } from "./import-table";

// All or nothing is one transaction, which ends after 30 seconds.
const budgets = { timesCopy: 10, megabytes: 400, growth: 1.3, wholeSeconds: 15 };
// Left to itself V8 lets garbage lie up to four times of what is alive; the portal's own processes have it collect earlier,
// and what is measured runs as they do.
const heap = portalPackage.scripts.worker.split(" ").filter((flag) => flag.startsWith("--heap-"));
const many = 100_000;
const few = 10_000;

interface Measured {
  seconds: Record<"upload" | "dryRun" | "run", number>;
  megabytes: number;
  created: number;
  status: string;
}

const failures: string[] = [];
const report = (line: string, isWithin: boolean) => {
  process.stdout.write(`${isWithin ? "ok  " : "FAIL"} ${line}\n`);
  if (!isWithin) failures.push(line);
};
const total = ({ seconds }: Measured): number => seconds.upload + seconds.dryRun + seconds.run;

const server = await openTestServer();
const data = await mkdtemp(path.join(tmpdir(), "len-san-bench-"));

/** A database of its own with one enterprise and its owner. */
async function withDatabase<T>(use: (url: string, pool: pg.Pool) => Promise<T>): Promise<T> {
  const database = await cloneDatabase(server);
  const pool = new pg.Pool({ connectionString: database.url });
  try {
    await seedReference(pool);
    await insertRows(pool, "accounts", [buildAccount(1, { id: benchAccount })]);
    await insertRows(pool, "enterprises", [buildEnterprise(1, { id: benchEnterprise })]);
    await insertRows(pool, "memberships", [buildMembership(benchAccount, benchEnterprise)]);
    return await use(database.url, pool);
  } finally {
    await pool.end();
    await database.drop();
  }
}

/** Seconds of a plain COPY of the same rows into the same table, its indexes and checks included. */
async function plainCopy(rows: number): Promise<number> {
  return withDatabase(async (_url, pool) => {
    const client = await pool.connect();
    try {
      const sql = 'COPY products (id, code, enterprise_id, "group", name, description, price, unit, gtin) FROM STDIN';
      function* lines() {
        for (let n = 1; n <= rows; n += 1) {
          const { name, group, description, price, unit, gtin } = benchProduct(n);
          const id = `10000000-0000-4000-8000-${String(n).padStart(12, "0")}`;
          yield `${[id, `bench${n}`, benchEnterprise, group, name, description, price, unit, gtin].join("\t")}\n`;
        }
      }
      const began = performance.now();
      await pipeline(Readable.from(lines()), client.query(copyFrom(sql)));
      return (performance.now() - began) / 1000;
    } finally {
      client.release();
    }
  });
}

async function imported(rows: number, policy: "skip" | "all" = "skip"): Promise<Measured> {
  const table = path.join(data, `${rows}.csv`);
  await writeTable(table, rows);
  return withDatabase(async (url, pool) => {
    const script = path.resolve("tests/bench/import-process.ts");
    const env = { ...process.env, DATABASE_URL: url, DATA_DIRECTORY: data, LOG_LEVEL: "warn", PORTAL_MODE: "demo" };
    const child = spawn(process.execPath, [...heap, "--import", "tsx", script, table, policy], {
      env,
      stdio: ["ignore", "pipe", "inherit"],
    });
    const said: Buffer[] = [];
    child.stdout.on("data", (chunk: Buffer) => said.push(chunk));
    await once(child, "close");
    const measured: Measured = JSON.parse(Buffer.concat(said).toString("utf8"));
    const { rows: kept } = await pool.query<{ products: number; entries: number }>(
      `SELECT (SELECT count(*)::int FROM products) AS products,
        (SELECT count(*)::int FROM journal WHERE event = 'product.added') AS entries`,
    );
    if (
      measured.status !== "finished" ||
      measured.created !== rows ||
      kept[0]?.products !== rows ||
      kept[0].entries !== rows
    ) {
      throw new Error(`of ${rows} rows: ${JSON.stringify({ ...measured, ...kept[0] })}`);
    }
    return measured;
  });
}

const parts = ({ seconds: { upload, dryRun, run } }: Measured): string =>
  `upload ${upload.toFixed(1)} s, dry run ${dryRun.toFixed(1)} s, run ${run.toFixed(1)} s`;

try {
  const copy = await plainCopy(many);
  process.stdout.write(`     plain COPY of ${many} products: ${copy.toFixed(1)} s\n`);
  const small = await imported(few);
  process.stdout.write(`     import of ${few}: ${total(small).toFixed(1)} s (${parts(small)})\n`);
  const whole = await imported(mostRowsAtOnce, "all");
  report(
    `all or nothing of ${mostRowsAtOnce}: run ${whole.seconds.run.toFixed(1)} s in one transaction (at most ${budgets.wholeSeconds} s)`,
    whole.seconds.run <= budgets.wholeSeconds,
  );
  const large = await imported(many);
  const times = total(large) / copy;
  const growth = total(large) / many / (total(small) / few);
  report(
    `import of ${many}: ${total(large).toFixed(1)} s (${parts(large)}), ${times.toFixed(1)} x COPY (at most ${budgets.timesCopy} x)`,
    times <= budgets.timesCopy,
  );
  report(
    `peak memory with ${heap.join(" ")}: ${large.megabytes.toFixed(0)} MB (at most ${budgets.megabytes} MB)`,
    large.megabytes <= budgets.megabytes,
  );
  report(
    `time per row at ${many}: ${growth.toFixed(2)} x that at ${few} (at most ${budgets.growth} x)`,
    growth <= budgets.growth,
  );
} finally {
  await server.close();
  await rm(data, { recursive: true, force: true });
}
process.exit(failures.length === 0 ? 0 : 1);
