import { importViolations } from "./cruise";

for (const { rule, comment, chain } of await importViolations(process.cwd())) {
  process.stderr.write(`${rule}: ${chain}\n    ${comment}\n`);
  process.exitCode = 1;
}
