import { hash } from "@node-rs/argon2";
import type { Pool, PoolClient } from "pg";
import { type Day, startOfDay } from "~/platform/day";
import { hashOfSecret } from "~/platform/http/secret.server";
import { buildApiKey, instantOn } from "./builders";
import { addAccounts, type Cast, demoPassword } from "./demo/accounts";
import { demoApiKey } from "./demo/api-key";
import { addAssessments, addSmePopulations } from "./demo/assessments";
import { addBench } from "./demo/bench";
import { addBulkDecisions } from "./demo/bulk-decisions";
import { addCertificateEnds } from "./demo/certificate-ends";
import { addCertificateHistory } from "./demo/certificate-history";
import { addCertificatesOnDesks } from "./demo/certificates-on-desks";
import { addProposedChanges } from "./demo/changes";
import { addChecklists } from "./demo/checklists";
import { addDrafts } from "./demo/drafts";
import { addEnterprises } from "./demo/enterprises";
import { addImports } from "./demo/imports";
import { type Ledger, newLedger, note } from "./demo/ledger";
import { addListings } from "./demo/listings";
import { addPeople } from "./demo/people";
import { type DemoPictures, storeBytes, storeDemoPictures } from "./demo/pictures/store-pictures";
import { insertRows } from "./insert-rows";
import type { Rows } from "./rows";

export { demoAccounts, demoPassword } from "./demo/accounts";
export { demoApiKey } from "./demo/api-key";

export interface DemoOptions {
  /** The day on which the demo plays: everything on desks is dated from it, everything before stays as it is. */
  today: Day;
  /** Where stored files live, each under the first two digits of its SHA-256. */
  filesDirectory: string;
}

const earliestToday: Day = "2026-10-01";
// Any fixed number: it only keeps two processes from filling the same database at once.
const lockOfDemo = 20_210_920;

/**
 * Fills an empty portal with the demo, once; needs the reference data. All rows come in one transaction, so that a killed
 * start leaves nothing, and a database with a demo account is left as it is. Tells whether it wrote anything.
 */
export async function seedDemo(db: Pool, options: DemoOptions): Promise<boolean> {
  const { rows } = await db.query<{ id: string }>("select id from accounts where is_demo limit 1");
  if (rows.length > 0) return false;
  const pictures = await storeDemoPictures(options.filesDirectory);
  const ledger = await demoLedger(options, pictures);
  for (const content of ledger.uploads) await storeBytes(options.filesDirectory, content);
  const client = await db.connect();
  try {
    await client.query("begin");
    await client.query("select pg_advisory_xact_lock($1)", [lockOfDemo]);
    const inside = await client.query("select id from accounts where is_demo limit 1");
    if (inside.rows.length === 0) await write(client, ledger);
    await client.query("commit");
    return inside.rows.length === 0;
  } catch (error) {
    await client.query("rollback");
    throw error;
  } finally {
    client.release();
  }
}

/** Everything the demo consists of, in memory; the same for the same day, except that passwords are salted. */
export async function demoLedger({ today }: DemoOptions, pictures: DemoPictures): Promise<Ledger> {
  if (today < earliestToday)
    throw new RangeError(`The demo's history reaches until ${earliestToday}, not only ${today}`);
  const ledger = newLedger(today, pictures);
  // Argon2id, 19 MiB, two passes, one lane: OWASP's first choice.
  const passwordHash = await hash(demoPassword, { memoryCost: 19_456, timeCost: 2, parallelism: 1 });
  const cast = addAccounts(ledger, passwordHash);
  const enterprises = addEnterprises(ledger, cast);
  addCertificateHistory(ledger, enterprises);
  addCertificatesOnDesks(ledger, enterprises);
  addProposedChanges(ledger, enterprises);
  addCertificateEnds(ledger, enterprises);
  addBulkDecisions(ledger, cast, enterprises);
  addListings(ledger, enterprises);
  addAssessments(ledger, enterprises);
  addSmePopulations(ledger, cast);
  addChecklists(ledger, enterprises);
  addBench(ledger, cast);
  addImports(ledger, cast, enterprises);
  addApiKey(ledger, cast);
  addDrafts(ledger, enterprises);
  addPeople(ledger, cast, enterprises);
  return ledger;
}

function addApiKey(ledger: Ledger, cast: Cast): void {
  const createdAt = instantOn("2025-02-03", 9);
  const given = { prefix: demoApiKey.prefix, secretHash: hashOfSecret(demoApiKey.secret) };
  const key = buildApiKey(1, { ...given, createdById: cast.administrator.id, createdAt });
  ledger.tables.api_keys.push(key);
  note(ledger, createdAt, cast.administrator.id, "api-key.issued", key.id, { after: { partner: key.partner } });
}

async function write(client: PoolClient, { tables, today }: Ledger): Promise<void> {
  const now = startOfDay(today);
  const late = tables.journal.find(({ at }) => at > now);
  if (late) throw new RangeError(`The demo tells the future: ${late.event} at ${late.at.toISOString()}`);
  // Insertion order settles entries of one instant, so that what comes first in the story comes first in the chain.
  tables.journal.sort((a, b) => a.at.getTime() - b.at.getTime());
  for (const table of Object.keys(tables) as (keyof Rows)[]) await insertRows(client, table, tables[table]);
}
