import path from "node:path";
import { pathToFileURL } from "node:url";
import type { ServerBuild } from "@remix-run/node";
import type { Pool } from "pg";
import type { ViteDevServer } from "vite";
import { apiKeyText } from "./accounts/api-key";
import { dayOf } from "./platform/day";
import { type Environment, EnvironmentError, parseEnvironment } from "./platform/env.server";
import type { createPortal, Portal, PortalServices } from "./platform/http/portal.server";
import { buildState, clientBuild, makeBuild, serverBuild } from "./platform/process/fresh-build.server";
import { stopOnSignal } from "./platform/process/stop-signals.server";

/** The build with what entry.server.tsx exports besides the renderer: everything that runs here lives in that bundle once. */
type PortalBuild = ServerBuild & {
  entry: { module: { createPortal: typeof createPortal; services?: PortalServices } };
};

const commands = ["start", "demo", "dev", "worker"] as const;
type Command = (typeof commands)[number];

/** A reason not to start that the operator can mend; shown without a stack. */
class StartError extends Error {
  override name = "StartError";
}

const expected: ReadonlySet<string> = new Set([
  EnvironmentError.name,
  StartError.name,
  "ListenError",
  "MigrationError",
  "DatabaseInUseError",
]);

const say = (line: string) => process.stdout.write(`${line}\n`);

// What was opened, to be closed in the opposite order.
const closers: (() => Promise<unknown>)[] = [];
async function closeAll(): Promise<void> {
  for (const close of closers.splice(0).reverse()) await close();
}

const reportCrash = (error: unknown) => {
  const { name, message, stack } = error instanceof Error ? error : new Error(String(error));
  process.stderr.write(`${expected.has(name) ? message : stack}\n`);
};

function setDefaults(command: Command): void {
  process.env.NODE_ENV ??= command === "dev" ? "development" : "production";
  if (command === "demo" || command === "dev") process.env.PORTAL_MODE ??= "demo";
  // The accounts to sign in with stay in sight.
  if (command === "demo") process.env.LOG_LEVEL ??= "warn";
  // A demo never shares its data with a portal in earnest.
  if (process.env.PORTAL_MODE === "demo") process.env.DATA_DIRECTORY ??= ".data/demo";
}

async function provideBuild(command: Command): Promise<void> {
  if (command === "dev") return;
  const state = await buildState();
  if (state === "fresh") return;
  if (command === "demo") {
    say(state === "missing" ? "Building the portal…" : "The source changed: building the portal again…");
    await makeBuild();
  } else if (state === "missing") {
    throw new StartError('There is no build yet: run "npm run build" first.');
  }
}

/** Opens the database, embedded where none is given, and brings it to what this release expects. */
async function provideDatabase(environment: Environment): Promise<void> {
  if (environment.DATABASE_URL === undefined) {
    const { openDatabase } = await import("./platform/db/embedded-postgres.server");
    const dataDirectory = path.join(environment.DATA_DIRECTORY, "postgres");
    const database = await openDatabase({ dataDirectory });
    closers.push(database.close);
    process.env.DATABASE_URL = database.url;
  }
  const url = String(process.env.DATABASE_URL);
  const [{ migrate }, { seedReference }, { Pool }] = await Promise.all([
    import("../prisma/migrate"),
    import("../prisma/seed/seed-reference"),
    import("pg").then(({ default: pg }) => pg),
  ]);
  await migrate(url);
  const pool = new Pool({ connectionString: url, max: 2 });
  try {
    await refuseWrongData(pool, environment);
    await seedReference(pool);
    if (environment.PORTAL_MODE === "demo") {
      await fillDemo(pool, environment);
    }
  } finally {
    await pool.end();
  }
}

async function fillDemo(pool: Pool, { DATA_DIRECTORY }: Environment): Promise<void> {
  const { seedDemo } = await import("../prisma/seed/seed-demo");
  const filesDirectory = path.resolve(DATA_DIRECTORY, "files");
  if (await seedDemo(pool, { today: dayOf(new Date()), filesDirectory })) say("Demo data is in.");
}

async function refuseWrongData(pool: Pool, { PORTAL_MODE }: Environment): Promise<void> {
  const { rows } = await pool.query<{ demo: boolean; real: boolean }>(
    "SELECT coalesce(bool_or(is_demo), false) AS demo, coalesce(bool_or(NOT is_demo), false) AS real FROM accounts",
  );
  const { demo, real } = rows[0] ?? { demo: false, real: false };
  if (PORTAL_MODE === "live" && demo) {
    throw new StartError(
      'This database holds demo accounts, whose passwords are public: give the portal another one (DATABASE_URL or DATA_DIRECTORY), or start it with "npm run demo".',
    );
  }
  if (PORTAL_MODE === "demo" && real && !demo) {
    throw new StartError(
      "This database holds real accounts, and a demo would fill it with invented data: give the demo another one (DATABASE_URL or DATA_DIRECTORY).",
    );
  }
}

async function loadBuild(command: Command): Promise<{ load: () => Promise<PortalBuild>; vite?: ViteDevServer }> {
  if (command !== "dev") {
    const build: PortalBuild = await import(pathToFileURL(serverBuild).href);
    return { load: async () => build };
  }
  const { createServer } = await import("vite");
  const vite = await createServer({ server: { middlewareMode: true, hmr: false }, appType: "custom" });
  closers.push(() => vite.close());
  return { load: async () => (await vite.ssrLoadModule("virtual:remix/server-build")) as PortalBuild, vite };
}

async function openPortal(command: Command, environment: Environment): Promise<Portal> {
  const { load, vite } = await loadBuild(command);
  const build = await load();
  const { createPortal, services = {} } = build.entry.module;
  const portal = await createPortal({
    build: vite ? load : build,
    environment,
    services,
    ...(vite ? { middleware: vite.middlewares, keepPages: false } : { clientDirectory: clientBuild }),
  });
  closers.push(() => portal.close());
  if (command === "worker") {
    await portal.startWorker();
    say("Working on background jobs.");
    return portal;
  }
  const port = await portal.listen();
  const link = environment.PORTAL_MODE === "live" ? await services.setUpLink?.() : undefined;
  await announce(environment, port, link);
  return portal;
}

async function announce(environment: Environment, port: number, setUpLink: string | undefined): Promise<void> {
  say(`Lên Sàn listens on http://localhost:${port} (${environment.PORTAL_MODE}, ${environment.NODE_ENV})`);
  if (setUpLink) say(`There is no administrator yet. Set the first one up, once, at:\n  ${setUpLink}`);
  if (environment.PORTAL_MODE !== "demo") return;
  const { demoAccounts, demoApiKey, demoPassword } = await import("../prisma/seed/seed-demo");
  say(`Demo accounts, all with the password ${demoPassword}:`);
  for (const { role, email, phone, name } of demoAccounts) {
    say(`  ${role.padEnd(14)} ${(email ?? phone ?? "").padEnd(34)} ${name}`);
  }
  say(`Demo partner's key for the feeds: ${apiKeyText(demoApiKey)}`);
}

async function main(): Promise<void> {
  const command = commands.find((name) => name === (process.argv[2] ?? "start"));
  if (!command) throw new StartError(`Unknown command "${process.argv[2]}": one of ${commands.join(", ")}.`);
  setDefaults(command);
  parseEnvironment(process.env);
  stopOnSignal(closeAll, reportCrash);
  await provideBuild(command);
  await provideDatabase(parseEnvironment(process.env));
  await openPortal(command, parseEnvironment(process.env));
}

main().catch(async (error: unknown) => {
  reportCrash(error);
  await closeAll().catch(reportCrash);
  process.exit(1);
});
