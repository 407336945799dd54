import "~/messages";
import { randomUUID } from "node:crypto";
import { createWriteStream } from "node:fs";
import { writeFile } from "node:fs/promises";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { Actor } from "~/accounts/session.server";
import { changeImport } from "~/imports/change-import.server";
import { createImport } from "~/imports/create-import.server";
import { type FoundImport, findImport } from "~/imports/find-import.server";
import type { ImportKind } from "~/imports/import-kind";
import type { ImportPolicy } from "~/imports/import-workflow";
import { mapImport } from "~/imports/map-import.server";
import { workImport } from "~/imports/work-import.server";
import { rows } from "~/platform/db/client.server";
import { incomingPath } from "~/platform/files/incoming.server";
import { acceptScan, type PreparedFile } from "~/platform/files/store.server";
import { log } from "~/platform/log.server";
import type { buildAccount } from "../../prisma/seed/builders";
import { pdf } from "../fixtures/files";

export const actorOf = ({ id, name, role }: ReturnType<typeof buildAccount>): Actor => ({
  accountId: id,
  sessionId: id,
  role,
  name,
  email: "",
  language: "vi",
});

export const actingAs = ({ accountId }: Actor) => ({ actorId: accountId, requestId: "test", now: new Date() });

/** Does what the background job does. */
export const workOn = (importId: string): Promise<void> =>
  workImport.run({ importId }, { log, lastAttempt: true, signal: new AbortController().signal });

export interface Table {
  kind: ImportKind;
  actor: Actor;
  content: string | Buffer | Readable;
  fileName?: string;
  enterpriseId?: string;
  facts?: Readonly<Record<string, string>>;
  scans?: Readonly<Record<string, PreparedFile>>;
  retryOf?: FoundImport;
}

/** Uploads a table; answers the import's id. */
export async function uploaded({ kind, actor, content, fileName = "bang.csv", ...more }: Table): Promise<string> {
  const path = await incomingPath();
  if (content instanceof Readable) await pipeline(content, createWriteStream(path));
  else await writeFile(path, content);
  const { enterpriseId = null, facts = {}, scans = {}, retryOf } = more;
  const input = { id: randomUUID(), kind, enterpriseId, facts, scans, ...(retryOf && { retryOf }) };
  const created = await createImport(input, { path, fileName }, actor, actingAs(actor));
  if (!created.ok) throw new Error(created.code);
  return created.value.id;
}

/** Uploads a table, takes its columns as proposed, and makes the dry run. */
export async function planned(table: Table): Promise<string> {
  const { actor } = table;
  const importId = await uploaded(table);
  const { version, columns } = await foundBy(actor, importId);
  const chosen = columns.map(({ field }) => field);
  const mapped = await mapImport({ importId, version, chosen }, actor, actingAs(actor));
  if (!mapped.ok) throw new Error(mapped.code);
  await workOn(importId);
  return importId;
}

/** Starts an import that waits for it, and sees it through. */
export async function started(importId: string, actor: Actor, policy: ImportPolicy = "skip"): Promise<void> {
  const changed = await changeImport({ importId, action: "start", policy }, actor, actingAs(actor));
  if (!changed.ok) throw new Error(changed.code);
  await workOn(importId);
}

/** Makes the dry run again for the rows that were not taken in. */
export async function retried(importId: string, actor: Actor): Promise<void> {
  const changed = await changeImport({ importId, action: "retry" }, actor, actingAs(actor));
  if (!changed.ok) throw new Error(changed.code);
  await workOn(importId);
}

export async function foundBy(actor: Actor, importId: string): Promise<FoundImport> {
  const found = await findImport(importId, actor);
  if (!found) throw new Error("the import is not there");
  return found;
}

/** What becomes or became of each row, with the codes of why. */
export async function fatesOf(importId: string): Promise<string[]> {
  const found = await rows<{ number: number; status: string; codes: string[] | null }>(
    `SELECT number, status, (SELECT array_agg(p->>'code') FROM jsonb_array_elements(problems) p) AS codes
      FROM import_rows WHERE import_id = $1 ORDER BY number`,
    [importId],
  );
  return found.map(({ number, status, codes }) => [number, status, ...(codes ?? [])].join(" "));
}

/** A signed paper, as it comes with a table. */
export async function signedPaper(): Promise<PreparedFile> {
  const path = await incomingPath();
  await writeFile(path, pdf());
  const scan = await acceptScan({ path, fileName: "quyet-dinh.pdf" });
  if (!scan.ok) throw new Error(scan.code);
  return scan.value;
}
