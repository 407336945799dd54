import "~/messages";
import { provideImportKinds } from "~/imports/kinds.server";
import { workImport } from "~/imports/work-import.server";
import { closeDatabase } from "~/platform/db/client.server";
import { log } from "~/platform/log.server";
import { productImport } from "~/products/import-products.server";

// A process that works on one import, as the portal's worker does, and can be killed at any moment.
const [importId = ""] = process.argv.slice(2);
provideImportKinds([productImport]);
await workImport.run({ importId }, { log, lastAttempt: true, signal: new AbortController().signal });
await closeDatabase();
