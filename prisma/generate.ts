import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { readFile, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";
import { fileURLToPath } from "node:url";

const schemaFile = fileURLToPath(new URL("./schema.prisma", import.meta.url));
const stampFile = fileURLToPath(new URL("../app/platform/db/generated/.schema-hash", import.meta.url));
const require = createRequire(import.meta.url);
const packageFile = require.resolve("prisma/package.json");

/** Generates the Prisma client unless the one at hand was made from the same schema by the same Prisma. */
async function generateClient(): Promise<void> {
  const sources = await Promise.all([readFile(schemaFile), readFile(packageFile)]);
  const hash = createHash("sha256").update(Buffer.concat(sources)).digest("hex");
  if ((await readFile(stampFile, "utf8").catch(() => "")) === hash) return;
  await rm(stampFile, { force: true });
  const command = path.join(path.dirname(packageFile), "build", "index.js");
  const run = spawnSync(process.execPath, [command, "generate", "--no-hints", "--schema", schemaFile], {
    encoding: "utf8",
    // Generating never runs the schema engine, yet would download it: any existing program stands in for it.
    env: { ...process.env, PRISMA_SCHEMA_ENGINE_BINARY: process.execPath, CHECKPOINT_DISABLE: "1" },
  });
  if (run.status === 0) {
    await writeFile(stampFile, hash);
    return;
  }
  process.stderr.write(`${run.stdout}${run.stderr}\nThe Prisma client was not generated: correct ${schemaFile}\n`);
  process.exitCode = 1;
}

await generateClient();
