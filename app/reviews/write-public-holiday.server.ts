import { z } from "zod";
import { may } from "~/accounts/access";
import type { Actor } from "~/accounts/session.server";
import type { Day } from "~/platform/day";
import { dateColumn } from "~/platform/db/columns.server";
import { type Acting, inTransaction, isUniqueViolation } from "~/platform/db/transaction.server";
import { dayField } from "~/platform/http/fields";
import { accept, type Result, refuse } from "~/platform/result";
import { holidayKinds } from "./calendar-queries.server";

const name = z.string().max(200, { error: "reviews:calendar.nameTooLong" });

export const publicHolidaySchema = z
  .object({
    day: dayField,
    kind: z.enum(holidayKinds),
    nameVi: name,
    nameEn: name,
  })
  .describe("reviews:calendar");
export type PublicHolidayForm = z.output<typeof publicHolidaySchema>;

/** Adds a day to the calendar; due days of open reviews move with it (a trigger does that). The same form sent twice adds one. */
export async function addPublicHoliday(
  form: PublicHolidayForm,
  actor: Actor,
  acting: Acting,
): Promise<Result<true, "notFound" | "day.taken">> {
  if (!may(actor.role, "bench.administer")) return refuse("notFound");
  try {
    return await inTransaction(acting, async (tx) => {
      const day = dateColumn(form.day);
      const before = await tx.prisma.publicHoliday.findUnique({ where: { day } });
      if (before) {
        const isSame = before.kind === form.kind && before.nameVi === form.nameVi && before.nameEn === form.nameEn;
        return isSame ? accept(true as const) : refuse("day.taken" as const);
      }
      await tx.prisma.publicHoliday.create({ data: { ...form, day } });
      tx.record({
        event: "public-holiday.added",
        subject: { kind: "public-holiday", id: form.day },
        data: { after: form },
      });
      return accept(true as const);
    });
  } catch (error) {
    if (isUniqueViolation(error)) return refuse("day.taken");
    throw error;
  }
}

/** Takes a day out of the calendar: it is an ordinary day of its week again. */
export async function removePublicHoliday(
  { day }: { day: Day },
  actor: Actor,
  acting: Acting,
): Promise<Result<true, "notFound">> {
  if (!may(actor.role, "bench.administer")) return refuse("notFound");
  return inTransaction(acting, async (tx) => {
    const before = await tx.prisma.publicHoliday.findUnique({ where: { day: dateColumn(day) } });
    if (!before) return accept(true as const);
    await tx.prisma.publicHoliday.deleteMany({ where: { day: before.day } });
    tx.record({
      event: "public-holiday.removed",
      subject: { kind: "public-holiday", id: day },
      data: { before: { ...before, day } },
    });
    return accept(true as const);
  });
}
