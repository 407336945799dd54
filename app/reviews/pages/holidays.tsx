import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { door, notFound } from "~/accounts/door.server";
import { dayOf } from "~/platform/day";
import { formatDay } from "~/platform/format";
import { dayField } from "~/platform/http/fields";
import { badForm, parseForm, refusedForm } from "~/platform/http/form.server";
import { pageForm } from "~/platform/http/page-form";
import { titleOf } from "~/platform/http/page-title";
import { readForm } from "~/platform/http/read-form.server";
import { useLanguage, useT } from "~/platform/i18n";
import {
  holidayKinds,
  listHolidayYears,
  listPublicHolidays,
  listServiceTimes,
} from "~/reviews/calendar-queries.server";
import { changeServiceTime, serviceTimeSchema } from "~/reviews/change-service-time.server";
import { HolidayTable } from "~/reviews/components/holiday-table";
import { ServiceTimeForms } from "~/reviews/components/service-time-forms";
import { addPublicHoliday, publicHolidaySchema, removePublicHoliday } from "~/reviews/write-public-holiday.server";
import {
  Button,
  DayField,
  ErrorSummary,
  Form,
  FormActions,
  Notice,
  PageHeader,
  Section,
  SelectField,
  Stack,
  Tabs,
  TextField,
} from "~/ui";

const yearSchema = z.coerce.number().int().min(1900).max(2999);
const done = ["added", "removed", "timeSaved"] as const;

export const loader = door("bench.administer").load(async ({ url, t, now, heldForm }) => {
  const thisYear = Number(dayOf(now).slice(0, 4));
  const year = yearSchema.catch(thisYear).parse(url.searchParams.get("nam") ?? thisYear);
  const [years, days, times] = await Promise.all([listHolidayYears(), listPublicHolidays(year), listServiceTimes()]);
  return {
    title: t("reviews:calendar.title"),
    year,
    years: [...new Set([...years, year])].sort((a, b) => a - b),
    days,
    times,
    kinds: holidayKinds,
    done: done.find((one) => one === url.searchParams.get("da")) ?? null,
    held: await heldForm(),
  };
});

const stepSchema = z.object({ action: z.enum(["add", "remove", "time"]).catch("add") });
const removeSchema = z.object({ day: dayField });

export const action = door("bench.administer").act(async ({ request, actor, acting, language }) => {
  const { form } = await readForm(request);
  const { action: step } = stepSchema.parse({ action: form.get("action") });
  const back = (day: string, what: string) => redirect(`/quan-tri/ngay-nghi?nam=${day.slice(0, 4)}&da=${what}`);
  if (step === "remove") {
    const submitted = parseForm(form, removeSchema, language);
    if (!submitted.value) return badForm(submitted);
    const removed = await removePublicHoliday(submitted.value, actor, acting);
    if (!removed.ok) throw notFound();
    return back(submitted.value.day, "removed");
  }
  if (step === "time") {
    const submitted = parseForm(form, serviceTimeSchema, language);
    if (!submitted.value) return badForm(submitted);
    const changed = await changeServiceTime(submitted.value, actor, acting);
    if (changed.ok) return back(dayOf(acting.now), "timeSaved");
    if (changed.code === "notFound") throw notFound();
    return refusedForm(submitted, { language, namespace: "reviews", code: changed.code });
  }
  const submitted = parseForm(form, publicHolidaySchema, language);
  if (!submitted.value) return badForm(submitted);
  const added = await addPublicHoliday(submitted.value, actor, acting);
  if (added.ok) return back(submitted.value.day, "added");
  if (added.code === "notFound") throw notFound();
  return refusedForm(submitted, { language, namespace: "reviews", code: added.code });
});

export const meta = titleOf;

export default function Holidays() {
  const t = useT();
  const language = useLanguage();
  const { title, year, years, days, times, kinds, held, ...said } = useLoaderData<typeof loader>();
  const form = pageForm(useActionData<typeof action>()?.form ?? held);
  return (
    <>
      <PageHeader title={title} lead={t("reviews:calendar.lead")} />
      <ErrorSummary title={t("platform:form.errors")} errors={form.errors} />
      {said.done && (
        <Notice tone="success" live>
          <p>{t(`reviews:calendar.${said.done}`)}</p>
        </Notice>
      )}
      <Stack gap="loose">
        <Stack>
          <Tabs
            label={t("reviews:calendar.years")}
            items={years.map((one) => ({
              href: `/quan-tri/ngay-nghi?nam=${one}`,
              label: String(one),
              current: one === year,
            }))}
          />
          <HolidayTable
            caption={t("reviews:calendar.caption", { year })}
            days={days.map((one) => ({ ...one, shown: formatDay(one.day, language) }))}
          />
        </Stack>
        <Section title={t("reviews:calendar.addTitle")}>
          <Form>
            <DayField
              {...form.field("day")}
              label={t("reviews:calendar.day")}
              hint={t("platform:form.dayHint")}
              required
            />
            <SelectField
              {...form.field("kind")}
              label={t("reviews:calendar.kindLabel")}
              options={kinds.map((value) => ({ value, label: t(`reviews:calendar.kind.${value}`) }))}
              width="medium"
            />
            <TextField {...form.field("nameVi")} label={t("reviews:calendar.nameVi")} autoComplete="off" required />
            <TextField {...form.field("nameEn")} label={t("reviews:calendar.nameEn")} autoComplete="off" required />
            <FormActions>
              <Button name="action" value="add">
                {t("reviews:calendar.add")}
              </Button>
            </FormActions>
          </Form>
        </Section>
        <Section title={t("reviews:serviceTime.title")} lead={t("reviews:serviceTime.lead")}>
          <Stack>
            <ServiceTimeForms times={times} />
          </Stack>
        </Section>
      </Stack>
    </>
  );
}
