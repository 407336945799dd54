import { Logger, parseCronItems, run, runMigrations } from "graphile-worker";
import type pg from "pg";
import { pool as sharedPool } from "../db/client.server";
import { log } from "../log.server";
import type { Task } from "./task.server";

/** When a task runs by itself: five cron fields, in UTC. */
export interface Schedule {
  task: string;
  match: string;
  /** Runs that were missed for at most so many hours because no process was up are made good at the next start. */
  catchUpHours?: number;
}

export interface WorkerOptions {
  concurrency?: number;
  crontab?: readonly Schedule[];
  pool?: pg.Pool;
}

export interface Worker {
  /** Takes no new job, lets running jobs finish, then resolves. */
  stop(): Promise<void>;
}

const levels = { error: "error", warning: "warn", info: "debug", debug: "debug" } as const;

// The library's own words carry identifiers and error messages, never a payload; its metadata would, and is left out.
const logger = new Logger((scope) => (level, message) => {
  log[levels[level]]({ task: scope.taskIdentifier, job: scope.jobId }, message);
});

/** Creates or upgrades the tables of the job queue; must have run before the first job is added. */
export async function prepareJobs(pool: pg.Pool): Promise<void> {
  outliveLostConnections(pool);
  await runMigrations({ pgPool: pool, logger });
}

/** A connection that breaks while it is in use raises an event that, unheard, would end the process. */
function outliveLostConnections(pool: pg.Pool): void {
  if (pool.listenerCount("connect") > 0) return;
  pool.on("connect", (client) => {
    client.on("error", (error) => log.warn({ err: error }, "database connection lost"));
  });
}

/** Starts working on jobs in this process. Throws when a schedule is malformed or names no task. */
export async function startWorker(
  tasks: Readonly<Record<string, Task>>,
  { concurrency = 2, crontab = [], pool = sharedPool() }: WorkerOptions = {},
): Promise<Worker> {
  const unknown = crontab.find(({ task }) => !(task in tasks));
  if (unknown) throw new Error(`a schedule names the task "${unknown.task}", which does not exist`);
  outliveLostConnections(pool);
  const runner = await run({
    pgPool: pool,
    concurrency,
    logger,
    noHandleSignals: true,
    // Without a batch the library marks jobs done behind our back, and stop() would not wait for the marks.
    preset: { worker: { completeJobBatchDelay: 0, failJobBatchDelay: 0 } },
    taskList: Object.fromEntries(Object.entries(tasks).map(([name, task]) => [name, runnable(name, task)])),
    parsedCronItems: parseCronItems(
      crontab.map(({ task, match, catchUpHours = 0 }) => ({
        task,
        match,
        options: { backfillPeriod: catchUpHours * 3_600_000 },
      })),
    ),
  });
  let stopping: Promise<void> | undefined;
  runner.promise.catch((error: unknown) => {
    if (!stopping) log.fatal({ err: error }, "the job worker stopped");
  });
  return {
    stop: () => {
      stopping ??= Promise.resolve(runner.stop());
      return stopping;
    },
  };
}

interface Helpers {
  job: { id: string; attempts: number; max_attempts: number };
  abortSignal: AbortSignal;
}

function runnable(name: string, task: Task) {
  return async (payload: unknown, { job, abortSignal }: Helpers): Promise<void> => {
    const started = performance.now();
    const jobLog = log.child({ task: name, job: String(job.id) });
    await task.run(payload, { log: jobLog, lastAttempt: job.attempts >= job.max_attempts, signal: abortSignal });
    jobLog.info({ ms: Math.round(performance.now() - started) }, "job done");
  };
}
