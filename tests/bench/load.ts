import { spawn } from "node:child_process";
import { createRequire } from "node:module";

export interface Load {
  perSecond: number;
  p99: number;
}

const connections = 50;
const seconds = 5;

/** Asks one address as fast as it answers, from a process of its own; fails when an answer has another status. */
export async function measure(url: string, status: number, headers: Record<string, string>): Promise<Load> {
  const program = createRequire(import.meta.url).resolve("autocannon");
  const named = Object.entries(headers).flatMap(([name, value]) => ["-H", `${name}=${value}`]);
  const parameters = ["--json", "-c", String(connections), "-d", String(seconds), ...named, url];
  const child = spawn(process.execPath, [program, ...parameters], { stdio: ["ignore", "pipe", "ignore"] });
  const said: Buffer[] = [];
  child.stdout.on("data", (chunk: Buffer) => said.push(chunk));
  await new Promise((resolve) => child.once("close", resolve));
  const result = JSON.parse(Buffer.concat(said).toString("utf8")) as {
    requests: { average: number; total: number };
    latency: { p99: number };
    statusCodeStats: Record<string, { count: number }>;
  };
  const expected = result.statusCodeStats[String(status)]?.count ?? 0;
  const all = Object.values(result.statusCodeStats).reduce((sum, { count }) => sum + count, 0);
  if (expected === 0 || expected !== all) {
    throw new Error(`${url}: expected only ${status}, got ${JSON.stringify(result.statusCodeStats)}`);
  }
  return { perSecond: result.requests.average, p99: result.latency.p99 };
}
