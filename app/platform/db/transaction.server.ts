import type { Result } from "../result";
import { prisma } from "./client.server";
import { Prisma } from "./generated/client";

/** Who acts, in which request, and when: every write carries it. */
export interface Acting {
  actorId: string | null;
  requestId: string | null;
  now: Date;
}

/** One journal entry: an event in the past tense, its subject, and what changed (before and after where there was a before). */
export interface Change {
  event: `${string}.${string}`;
  subject: { kind: string; id: string };
  enterpriseId?: string | null;
  data?: Record<string, unknown>;
}

export interface Job {
  task: string;
  payload: Record<string, unknown>;
  /** Two jobs of one key become one while neither has started. */
  key?: string;
  runAt?: Date;
}

export interface Transaction {
  prisma: Prisma.TransactionClient;
  now: Date;
  actorId: string | null;
  record(change: Change): void;
  /** What every journal entry of this transaction carries besides its own data, such as on whose behalf it acts. */
  mark(data: Record<string, unknown>): void;
  enqueue(job: Job): void;
}

class Refusal extends Error {
  constructor(readonly result: { ok: false; code: string }) {
    super(result.code);
  }
}

const retriable = new Set(["P2034", "40001", "40P01"]);
const attempts = 4;

function isRetriable(error: unknown): boolean {
  if (error instanceof Prisma.PrismaClientKnownRequestError && retriable.has(error.code)) return true;
  const text = error instanceof Error ? error.message : "";
  return text.includes("40001") || text.includes("40P01") || text.includes("deadlock detected");
}

/** True when a write met a unique constraint; `fields` narrows it to constraints that name all of them. */
export function isUniqueViolation(error: unknown, ...fields: string[]): boolean {
  if (!(error instanceof Prisma.PrismaClientKnownRequestError) || error.code !== "P2002") return false;
  const described = JSON.stringify(error.meta ?? {});
  return fields.every((field) => described.includes(field));
}

/**
 * Runs one use case as one transaction: the change, its journal entries and its jobs commit together or not at all.
 * A refusal returned by `work` rolls everything back and is handed on as the value it is.
 *
 * The journal is written last because its trigger locks the head of the chain until commit: taken last, that lock is
 * held for one round trip and can be in no cycle.
 */
export async function inTransaction<R extends Result<unknown>>(
  acting: Acting,
  work: (tx: Transaction) => Promise<R>,
): Promise<R> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await once(acting, work);
    } catch (error) {
      if (error instanceof Refusal) return error.result as R;
      if (attempt >= attempts || !isRetriable(error)) throw error;
      await new Promise((resolve) => setTimeout(resolve, 10 * 2 ** attempt * (0.5 + Math.random())));
    }
  }
}

async function once<R extends Result<unknown>>(acting: Acting, work: (tx: Transaction) => Promise<R>): Promise<R> {
  return prisma().$transaction(
    async (client) => {
      const changes: Change[] = [];
      const jobs: Job[] = [];
      const marks: Record<string, unknown> = {};
      const result = await work({
        prisma: client,
        now: acting.now,
        actorId: acting.actorId,
        record: (change) => changes.push(change),
        mark: (data) => Object.assign(marks, data),
        enqueue: (job) => jobs.push(job),
      });
      if (!result.ok) throw new Refusal(result);
      if (jobs.length > 0) await addJobs(client, jobs);
      if (changes.length > 0) await writeJournal(client, acting, changes, marks);
      return result;
    },
    { maxWait: 10_000, timeout: 30_000 },
  );
}

async function addJobs(client: Prisma.TransactionClient, jobs: readonly Job[]): Promise<void> {
  await client.$executeRaw`
    SELECT graphile_worker.add_job(j.task, j.payload, run_at => j."runAt", job_key => j.key, max_attempts => 12)
    FROM json_to_recordset(${JSON.stringify(jobs)}::json) AS j(task text, payload json, "runAt" timestamptz, key text)`;
}

async function writeJournal(
  client: Prisma.TransactionClient,
  acting: Acting,
  changes: readonly Change[],
  marks: Record<string, unknown>,
): Promise<void> {
  const entries = changes.map((change) => ({
    event: change.event,
    subject_kind: change.subject.kind,
    subject_id: change.subject.id,
    enterprise_id: change.enterpriseId ?? null,
    data: { ...change.data, ...marks },
  }));
  const text = JSON.stringify(entries, (_key, value: unknown) => (typeof value === "bigint" ? Number(value) : value));
  await client.$executeRaw`
    INSERT INTO journal (at, actor_id, event, subject_kind, subject_id, enterprise_id, data, request_id)
    SELECT ${acting.now}::timestamptz, ${acting.actorId}::uuid, e.event, e.subject_kind, e.subject_id, e.enterprise_id, e.data, ${acting.requestId}
    FROM jsonb_to_recordset(${text}::jsonb)
      AS e(event text, subject_kind text, subject_id text, enterprise_id uuid, data jsonb)`;
}
