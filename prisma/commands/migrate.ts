import path from "node:path";
import { openDatabase } from "~/platform/db/embedded-postgres.server";
import { environment } from "~/platform/env.server";
import { migrate } from "../migrate";

const { DATABASE_URL, DATA_DIRECTORY } = environment();

try {
  const database =
    DATABASE_URL === undefined
      ? await openDatabase({ dataDirectory: path.join(DATA_DIRECTORY, "postgres") })
      : undefined;
  try {
    const applied = await migrate(database?.url ?? DATABASE_URL ?? "", { retry: process.argv.includes("--retry") });
    for (const name of applied) process.stdout.write(`applied ${name}\n`);
  } finally {
    await database?.close();
  }
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
