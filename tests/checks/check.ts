import { spawn } from "node:child_process";

interface Check {
  name: string;
  command: readonly [string, ...string[]];
  remedy: string;
}

const again = "correct what is named above";

// The slow ones first: two run at a time.
const checks: readonly Check[] = [
  {
    name: "promises and switches (ESLint)",
    command: ["eslint", "--config", "tests/checks/eslint.config.js", "--max-warnings", "0", "."],
    remedy: again,
  },
  {
    name: "types (tsc)",
    command: ["tsc", "--project", ".", "--noEmit", "--incremental", "--tsBuildInfoFile", ".cache/tsc.tsbuildinfo"],
    remedy: again,
  },
  {
    name: "architecture (access, catalogues, decisions, markup)",
    command: ["vitest", "run", "--config", "tests/vitest.config.ts", "--project", "architecture", "--reporter", "dot"],
    remedy: again,
  },
  {
    name: "storeys, ladder and browser (dependency-cruiser)",
    command: ["tsx", "tests/checks/check-imports.ts"],
    remedy: "move the code to where the rule allows it",
  },
  {
    name: "dead code and dependencies (knip)",
    command: ["knip", "--config", "tests/checks/knip.json", "--no-progress", "--no-config-hints"],
    remedy: "delete what nobody uses, or the word export",
  },
  {
    name: "format and lint (Biome)",
    command: ["biome", "check", "--error-on-warnings", "--log-level=warn", "."],
    remedy: "npm run format, then correct what is left",
  },
  {
    name: "migrations match the schema",
    command: ["npm", "run", "--silent", "db:check"],
    remedy: "npm run db:diff NAME",
  },
];

function run([program, ...parameters]: Check["command"]): Promise<{ status: number | null; said: string }> {
  return new Promise((resolve) => {
    const child = spawn(program, parameters, {
      stdio: ["ignore", "pipe", "pipe"],
      env: { ...process.env, NO_COLOR: "1" },
    });
    const said: Buffer[] = [];
    child.stdout.on("data", (chunk: Buffer) => said.push(chunk));
    child.stderr.on("data", (chunk: Buffer) => said.push(chunk));
    child.once("error", (error) => resolve({ status: null, said: String(error) }));
    child.once("close", (status) => resolve({ status, said: Buffer.concat(said).toString() }));
  });
}

async function runAll(waiting: Check[]): Promise<void> {
  for (let check = waiting.shift(); check; check = waiting.shift()) {
    const { status, said } = await run(check.command);
    if (status === 0) continue;
    process.exitCode = 1;
    process.stderr.write(`\n✗ ${check.name}\n${said.trim()}\n→ ${check.remedy}\n`);
  }
}

const generated = await run(["tsx", "prisma/generate.ts"]);
if (generated.status === 0) {
  const waiting = [...checks];
  await Promise.all([runAll(waiting), runAll(waiting)]);
} else {
  process.stderr.write(generated.said);
  process.exitCode = 1;
}
