import "~/messages";
import { randomUUID } from "node:crypto";
import { changeImport } from "~/imports/change-import.server";
import { createImport } from "~/imports/create-import.server";
import { findImport } from "~/imports/find-import.server";
import { provideImportKinds } from "~/imports/kinds.server";
import { mapImport } from "~/imports/map-import.server";
import { workImport } from "~/imports/work-import.server";
import { closeDatabase } from "~/platform/db/client.server";
import { log } from "~/platform/log.server";
import { productImport } from "~/products/import-products.server";
import { benchAccount, benchEnterprise } from "./import-table";

// One import from upload to finish in a process of its own, whose memory can so be measured; prints what it took.
const [path = "", policy = "skip"] = process.argv.slice(2);
provideImportKinds([productImport]);
const owner = {
  accountId: benchAccount,
  sessionId: benchAccount,
  role: "owner",
  name: "",
  email: "",
  language: "vi",
} as const;
const acting = () => ({ actorId: benchAccount, requestId: null, now: new Date() });
const work = (importId: string) =>
  workImport.run({ importId }, { log, lastAttempt: true, signal: new AbortController().signal });

async function timed<T>(name: string, step: () => Promise<T>): Promise<T> {
  const began = performance.now();
  const value = await step();
  seconds[name] = (performance.now() - began) / 1000;
  return value;
}

const seconds: Record<string, number> = {};
const id = randomUUID();
const input = { id, kind: productImport, enterpriseId: benchEnterprise, facts: {}, scans: {} };
const created = await timed("upload", () => createImport(input, { path, fileName: "bang.csv" }, owner, acting()));
if (!created.ok) throw new Error(created.code);
const before = await findImport(id, owner);
if (!before) throw new Error("the import is not there");
const chosen = before.columns.map(({ field }) => field);
await mapImport({ importId: id, version: before.version, chosen }, owner, acting());
await timed("dryRun", () => work(id));
await changeImport({ importId: id, action: "start", policy: policy === "all" ? "all" : "skip" }, owner, acting());
await timed("run", () => work(id));
const after = await findImport(id, owner);
await closeDatabase();
const { maxRSS } = process.resourceUsage();
process.stdout.write(
  JSON.stringify({ seconds, megabytes: maxRSS / 1024, created: after?.created, status: after?.status }),
);
