import { schemaDrift, writeMigration } from "../datamodel";

const [name, ...flags] = process.argv.slice(2);

try {
  if (name === undefined) throw new Error("Give the migration a name: npm run db:diff NAME");
  const drift = await schemaDrift();
  if (drift === "" && !flags.includes("--empty")) {
    throw new Error(
      "schema.prisma is what the newest migration leads to. For SQL by hand alone: npm run db:diff NAME -- --empty",
    );
  }
  const migration = await writeMigration(name, drift, new Date());
  process.stdout.write(`prisma/migrations/${migration}/migration.sql\n`);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
