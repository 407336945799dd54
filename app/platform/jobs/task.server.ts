import type { z } from "zod";
import type { Log } from "../log.server";

export interface TaskContext {
  log: Log;
  /** True when a failure now is final: there will be no further attempt. */
  lastAttempt: boolean;
  /** Aborts when the process is stopping and has waited long enough. */
  signal: AbortSignal;
}

/** One kind of background job. Handlers are safe to run twice: a crash after the work and before the mark repeats it. */
export interface Task {
  run(payload: unknown, context: TaskContext): Promise<void>;
}

/** Defines a task whose payload is checked before the handler sees it; a payload that does not fit is a bug and fails the job. */
export function defineTask<S extends z.ZodType>(
  schema: S,
  handler: (payload: z.output<S>, context: TaskContext) => Promise<void>,
): Task {
  return {
    async run(payload, context) {
      const parsed = schema.safeParse(payload);
      // Names of fields only: a payload's values do not belong in logs or in the job's last error.
      if (!parsed.success) {
        throw new Error(`job payload: ${parsed.error.issues.map((issue) => issue.path.join(".")).join(", ")}`);
      }
      await handler(parsed.data, context);
    },
  };
}
