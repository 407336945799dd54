import { schemaDrift } from "../datamodel";

try {
  if ((await schemaDrift()) !== "") {
    throw new Error("schema.prisma has changes that no migration makes. Remedy: npm run db:diff NAME");
  }
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
