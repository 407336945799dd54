import { z } from "zod";

const httpOrigin = z.url({ protocol: /^https?$/ }).transform((text) => new URL(text).origin);

const environmentSchema = z
  .object({
    NODE_ENV: z.enum(["development", "test", "production"]).default("development"),
    PORTAL_MODE: z.enum(["live", "demo"]).default("live"),
    HOST: z.string().min(1).default("::"),
    PORT: z.coerce.number().int().min(0).max(65535).default(3000),
    PUBLIC_ORIGIN: httpOrigin.optional(),
    DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
    DATA_DIRECTORY: z.string().min(1).default(".data"),
    SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
    MAIL_FROM: z.string().min(3).default("Lên Sàn <khong-tra-loi@localhost>"),
    SMS_GATEWAY_URL: z.url({ protocol: /^https?$/ }).optional(),
    SMS_GATEWAY_TOKEN: z.string().default(""),
    ZALO_GATEWAY_URL: z.url({ protocol: /^https?$/ }).optional(),
    ZALO_GATEWAY_TOKEN: z.string().default(""),
    TRUSTED_PROXIES: z
      .string()
      .default("")
      .transform((text) =>
        text
          .split(",")
          .map((part) => part.trim())
          .filter(Boolean),
      ),
    WORKER: z.enum(["inline", "separate"]).default("inline"),
    LOG_LEVEL: z.enum(["fatal", "error", "warn", "info", "debug", "silent"]).default("info"),
  })
  .transform((values, context) => {
    if (values.NODE_ENV === "production" && values.PORTAL_MODE === "live" && !values.PUBLIC_ORIGIN) {
      context.addIssue({
        code: "custom",
        path: ["PUBLIC_ORIGIN"],
        message: "required in production, for example https://lensan.gialai.gov.vn",
      });
    }
    return { ...values, PUBLIC_ORIGIN: values.PUBLIC_ORIGIN ?? `http://localhost:${values.PORT}` };
  });

export type Environment = z.output<typeof environmentSchema>;

export class EnvironmentError extends Error {
  override name = "EnvironmentError";
}

/** Reads the environment; throws an EnvironmentError whose message names every missing or malformed variable. */
export function parseEnvironment(source: Readonly<Record<string, string | undefined>>): Environment {
  const filled = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== undefined && value !== ""));
  const parsed = environmentSchema.safeParse(filled);
  if (parsed.success) return parsed.data;
  const lines = parsed.error.issues.map((issue) => `  ${issue.path.join(".")}: ${issue.message}`);
  throw new EnvironmentError(`The environment is not usable:\n${lines.join("\n")}`);
}

let parsed: Environment | undefined;

/** The process's environment, parsed once. */
export function environment(): Environment {
  parsed ??= parseEnvironment(process.env);
  return parsed;
}
