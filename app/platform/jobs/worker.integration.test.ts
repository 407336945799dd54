import "../../../tests/integration/own-portal";
import { afterEach, expect, test } from "vitest";
import { z } from "zod";
import { pool } from "../db/client.server";
import { inTransaction } from "../db/transaction.server";
import { accept, refuse } from "../result";
import { platformCrontab, platformTasks } from "./platform-tasks.server";
import { defineTask, type Task } from "./task.server";
import { prepareJobs, startWorker, type Worker, type WorkerOptions } from "./worker.server";

const acting = { actorId: null, requestId: null, now: new Date("2026-03-01T00:00:00Z") };
let worker: Worker | undefined;
afterEach(async () => {
  await worker?.stop();
  await pool().query("DELETE FROM graphile_worker._private_jobs");
});

async function work(tasks: Record<string, Task>, options: WorkerOptions = {}): Promise<void> {
  worker = await startWorker(tasks, options);
}

function signal<T>() {
  let give: (value: T) => void = () => {};
  const given = new Promise<T>((resolve) => {
    give = resolve;
  });
  return { given, give };
}

const enqueue = (task: string, payload: Record<string, unknown>) =>
  inTransaction(acting, async (tx) => {
    tx.enqueue({ task, payload });
    return accept(undefined);
  });

const jobs = async () =>
  (
    await pool().query<{ task: string; attempts: number; last_error: string | null }>(
      "SELECT task_identifier AS task, attempts, last_error FROM graphile_worker.jobs ORDER BY id",
    )
  ).rows;

test("several processes may prepare the queue at once, and again", async () => {
  await Promise.all([prepareJobs(pool()), prepareJobs(pool()), prepareJobs(pool())]);
  await prepareJobs(pool());
  expect(await jobs()).toEqual([]);
});

test("a job runs with its payload once its change is committed, and never when that is refused", async () => {
  const { given, give } = signal<string>();
  const done: string[] = [];
  const note = defineTask(z.object({ word: z.string() }), async ({ word }) => {
    done.push(word);
    if (word === "last") give(word);
  });
  await work({ note }, { concurrency: 1 });
  await inTransaction(acting, async (tx) => {
    tx.enqueue({ task: "note", payload: { word: "refused" } });
    return refuse("stale");
  });
  await enqueue("note", { word: "kept" });
  await enqueue("note", { word: "last" });
  await given;
  expect(done).toEqual(["kept", "last"]);
});

test("a payload that does not fit fails its job without showing what was in it", async () => {
  const { given, give } = signal<void>();
  let reached = false;
  const strict = defineTask(z.object({ id: z.uuid() }), async () => {
    reached = true;
  });
  const after = defineTask(z.object({}), async () => give());
  await work({ strict, after }, { concurrency: 1 });
  await enqueue("strict", { id: "079123456789" });
  await enqueue("after", {});
  await given;
  await worker?.stop();
  expect(reached).toBe(false);
  expect(await jobs()).toEqual([{ task: "strict", attempts: 1, last_error: "job payload: id" }]);
});

test("stopping waits for the job that runs and leaves the next one in the queue", async () => {
  const started = signal<void>();
  const mayEnd = signal<void>();
  const done: number[] = [];
  const slow = defineTask(z.object({ number: z.number() }), async ({ number }) => {
    started.give();
    await mayEnd.given;
    done.push(number);
  });
  await work({ slow }, { concurrency: 1 });
  await enqueue("slow", { number: 1 });
  await started.given;
  await enqueue("slow", { number: 2 });
  const stopped = worker?.stop();
  mayEnd.give();
  await stopped;
  expect(done).toEqual([1]);
  expect(await jobs()).toEqual([{ task: "slow", attempts: 0, last_error: null }]);
});

test("a handler is told when there will be no further attempt", async () => {
  const told: boolean[] = [];
  const second = signal<void>();
  const twice = defineTask(z.object({}), async (_payload, { lastAttempt }) => {
    told.push(lastAttempt);
    if (lastAttempt) return second.give();
    await pool().query("UPDATE graphile_worker._private_jobs SET max_attempts = 2");
    throw new Error("again");
  });
  await work({ twice });
  await enqueue("twice", {});
  await until(async () => (await jobs())[0]?.last_error === "again");
  await pool().query(
    "SELECT graphile_worker.reschedule_jobs(array_agg(id), run_at => now()) FROM graphile_worker._private_jobs",
  );
  await second.given;
  expect(told).toEqual([false, true]);
});

test.each([
  { task: "sweep-files", answers: { incoming: 0, unreferenced: 0 } },
  { task: "tidy-text-messages", answers: { uncertain: 0, requeued: 0, removed: 0 } },
  { task: "tidy-mails", answers: { uncertain: 0, requeued: 0, removed: 0 } },
])("$task is scheduled, exists and runs", async ({ task, answers }) => {
  expect(platformCrontab.map((schedule) => schedule.task)).toContain(task);
  const { given, give } = signal<object>();
  const log = { info: give, warn: give, error: give, debug: give, fatal: give };
  await platformTasks[task]?.run(
    { _cron: { ts: "2026-03-01T19:20:00Z" } },
    { log, lastAttempt: false, signal: new AbortController().signal },
  );
  expect(await given).toEqual(answers);
});

test("a schedule that is no cron line, or names no task, stops the start", async () => {
  const start = (task: string, match: string) => startWorker(platformTasks, { crontab: [{ task, match }] });
  await expect(start("sweep-files", "every night")).rejects.toThrow("every night");
  await expect(start("no-such-task", "20 19 * * *")).rejects.toThrow('"no-such-task"');
});

test("a database connection that breaks while jobs wait does not end the worker", async () => {
  const { given, give } = signal<void>();
  await work({ after: defineTask(z.object({}), async () => give()) });
  await pool().query(
    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND query LIKE 'LISTEN%'",
  );
  await enqueue("after", {});
  await given;
});

/** Asks again until it is so; the test's own time limit is the only clock. */
async function until(isSo: () => Promise<boolean>): Promise<void> {
  while (!(await isSo())) await new Promise((resolve) => setImmediate(resolve));
}
