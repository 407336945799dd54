import { z } from "zod";
import { may } from "~/accounts/access";
import type { Actor } from "~/accounts/session.server";
import { type Acting, inTransaction } from "~/platform/db/transaction.server";
import { accept, type Result, refuse } from "~/platform/result";

const year = { error: "targets:year.range" };
const count = { error: "targets:count.range" };

export const smePopulationFormSchema = z
  .object({
    year: z.coerce.number(year).int(year).min(2000, year).max(2100, year),
    count: z
      .string()
      .transform((typed) => Number(typed.replace(/(?<=\d)[. ](?=\d{3})/g, "")))
      .pipe(z.number(count).int(count).min(1, count).max(10_000_000, count)),
    source: z.string().max(300, { error: "targets:text.tooLong" }),
  })
  .describe("targets:admin");

export type SmePopulationForm = z.output<typeof smePopulationFormSchema>;

/** Enters the official number of SMEs of a year with its source; a year entered before is replaced, and the journal keeps both. */
export async function enterSmePopulation(
  form: SmePopulationForm,
  actor: Actor,
  acting: Acting,
): Promise<Result<{ year: number }, "notFound">> {
  if (!may(actor.role, "target.administer")) return refuse("notFound");
  return inTransaction(acting, async (tx) => {
    const known = await tx.prisma.smePopulation.findUnique({ where: { year: form.year } });
    const entry = { ...form, recordedAt: tx.now, recordedById: actor.accountId };
    const { id } = await tx.prisma.smePopulation.upsert({
      where: { year: form.year },
      create: entry,
      update: entry,
      select: { id: true },
    });
    tx.record({
      event: known ? "sme-population.changed" : "sme-population.entered",
      subject: { kind: "sme-population", id },
      data: { ...(known && { before: { count: known.count, source: known.source } }), after: form },
    });
    return accept({ year: form.year });
  });
}
