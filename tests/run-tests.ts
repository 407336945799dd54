import { spawn } from "node:child_process";
import { mkdir, rm } from "node:fs/promises";
import { provideBrowser } from "./browser";
import { closingLine, type Ran, resultsFile, resultsFolder, summarise } from "./summary";

type Kind = "unit" | "integration" | "e2e";
const kinds: readonly Kind[] = ["unit", "integration", "e2e"];

const vitest = (kind: Kind, ...more: string[]): string[] => [
  ...["vitest", "run", "--config", "tests/vitest.config.ts", "--project", kind, ...more],
  ...["--reporter", "dot", "--reporter", "json", "--outputFile.json", resultsFile(kind)],
];

const commands: Readonly<Record<Kind, readonly string[]>> = {
  unit: vitest("unit", "--coverage"),
  integration: vitest("integration"),
  e2e: ["playwright", "test", "--config", "tests/playwright.config.ts"],
};

function run(
  [program = "", ...parameters]: readonly string[],
  environment: Record<string, string> = {},
): Promise<number | null> {
  return new Promise((resolve) => {
    const child = spawn(program, parameters, {
      stdio: ["ignore", "inherit", "inherit"],
      env: { ...process.env, ...environment },
    });
    child.once("error", (error) => {
      process.stderr.write(`${program}: ${error.message}\n`);
      resolve(null);
    });
    child.once("close", resolve);
  });
}

async function runKind(kind: Kind): Promise<Ran> {
  if (kind !== "e2e") return { name: kind, status: await run(commands[kind]) };
  const found = provideBrowser();
  if ("missing" in found) {
    process.stderr.write(`${found.missing}\n`);
    return { name: kind, status: 1 };
  }
  return {
    name: kind,
    status: await run(commands.e2e, { BROWSER_PATH: found.browser, E2E_RESULTS: resultsFile("e2e") }),
  };
}

/** What the tests need besides themselves: the database client always, the production build where a test starts it. */
async function prepare(wanted: readonly Kind[]): Promise<boolean> {
  if ((await run(["tsx", "prisma/generate.ts"])) !== 0) return false;
  return wanted.every((kind) => kind === "unit") || (await run(["tsx", "tests/build-once.ts"])) === 0;
}

const asked = process.argv.slice(2);
const wanted = asked.length === 0 ? kinds : kinds.filter((kind) => asked.includes(kind));
await rm(resultsFolder, { recursive: true, force: true });
await mkdir(resultsFolder, { recursive: true });
const ran: Ran[] = [];
if (await prepare(wanted)) for (const kind of wanted) ran.push(await runKind(kind));
else ran.push({ name: "build", status: 1 });

const total = await summarise(ran);
process.stdout.write(`\n${closingLine(total)}\n`);
process.exitCode = total.failed > 0 || ran.length < wanted.length || total.passed === 0 ? 1 : 0;
