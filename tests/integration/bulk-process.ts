import "~/messages";
import { runBulkDecision } from "~/certification/run-bulk-decision.server";
import { closeDatabase } from "~/platform/db/client.server";
import { log } from "~/platform/log.server";

// A process that works on one bulk decision, as the portal's worker does, and can be killed at any moment.
const [bulkDecisionId = ""] = process.argv.slice(2);
await runBulkDecision.run({ bulkDecisionId }, { log, lastAttempt: true, signal: new AbortController().signal });
await closeDatabase();
