import { pino } from "pino";
import { environment } from "./env.server";

/**
 * The process's log. Request bodies are never logged; the redaction below is the second fence, for objects that carry
 * credentials or personal numbers by accident.
 */
export const log = pino({
  level: environment().LOG_LEVEL,
  base: null,
  timestamp: pino.stdTimeFunctions.isoTime,
  redact: {
    paths: [
      "password",
      "token",
      "cookie",
      "authorization",
      "taxCode",
      "*.password",
      "*.token",
      "*.cookie",
      "*.authorization",
      "*.taxCode",
    ],
    censor: "[redacted]",
  },
});

export type Log = Pick<typeof log, "info" | "warn" | "error" | "debug" | "fatal">;
