import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { door } from "~/accounts/door.server";
import { formatDay, formatNumber, formatShare } from "~/platform/format";
import { badForm, parseForm, refusedForm } from "~/platform/http/form.server";
import { pageForm } from "~/platform/http/page-form";
import { titleOf } from "~/platform/http/page-title";
import { readForm } from "~/platform/http/read-form.server";
import { useLanguage, useT } from "~/platform/i18n";
import { enterSmePopulation, smePopulationFormSchema } from "~/targets/enter-sme-population.server";
import { listTargets, readTargets } from "~/targets/target-queries.server";
import {
  Button,
  ButtonLink,
  EmptyState,
  ErrorSummary,
  Form,
  FormActions,
  Notice,
  PageHeader,
  Section,
  Stack,
  Table,
  TextField,
} from "~/ui";

const notices = { "chi-tieu": "targets:admin.saved", "so-dnnvv": "targets:admin.populationSaved" } as const;
const noticeWords = Object.keys(notices) as (keyof typeof notices)[];

export const loader = door("target.administer").load(async ({ t, url, heldForm }) => ({
  title: t("targets:admin.title"),
  done: noticeWords.find((word) => word === url.searchParams.get("da")) ?? null,
  targets: await listTargets(),
  populations: (await readTargets()).populations,
  held: await heldForm(),
}));

export const action = door("target.administer").act(async ({ request, actor, acting, language }) => {
  const submitted = parseForm((await readForm(request)).form, smePopulationFormSchema, language);
  if (!submitted.value) return badForm(submitted);
  const entered = await enterSmePopulation(submitted.value, actor, acting);
  if (!entered.ok) return refusedForm(submitted, { language, namespace: "targets", code: entered.code });
  return redirect("/quan-tri/chi-tieu?da=so-dnnvv");
});

export const meta = titleOf;

export default function TargetList() {
  const t = useT();
  const language = useLanguage();
  const { title, done, targets } = useLoaderData<typeof loader>();
  return (
    <>
      {done && (
        <Notice tone="success" live>
          {t(notices[done])}
        </Notice>
      )}
      <PageHeader
        title={title}
        lead={t("targets:admin.lead")}
        actions={<ButtonLink href="/quan-tri/chi-tieu/moi">{t("targets:admin.add")}</ButtonLink>}
      />
      <Stack gap="loose">
        <Table
          caption={title}
          captionHidden
          rows={targets}
          rowKey={({ id }) => id}
          columns={[
            {
              key: "name",
              header: t("targets:admin.name"),
              primary: true,
              cell: (target) => (
                <a href={`/quan-tri/chi-tieu/${target.id}`}>{language === "vi" ? target.nameVi : target.nameEn}</a>
              ),
            },
            {
              key: "indicator",
              header: t("targets:admin.indicator"),
              cell: ({ indicator }) => t(`targets:admin.indicators.${indicator}`),
            },
            {
              key: "share",
              header: t("targets:admin.share"),
              numeric: true,
              noWrap: true,
              cell: ({ basisPoints }) => formatShare(basisPoints, language),
            },
            {
              key: "deadline",
              header: t("targets:admin.deadline"),
              noWrap: true,
              cell: ({ deadline }) => formatDay(deadline, language),
            },
            {
              key: "active",
              header: t("targets:admin.active"),
              cell: ({ active }) => t(active ? "targets:admin.yes" : "targets:admin.no"),
            },
          ]}
        />
        <Populations />
      </Stack>
    </>
  );
}

function Populations() {
  const t = useT();
  const language = useLanguage();
  const { populations, held } = useLoaderData<typeof loader>();
  const form = pageForm(useActionData<typeof action>()?.form ?? held);
  return (
    <Section title={t("targets:admin.populations")} lead={t("targets:admin.populationsLead")}>
      <Stack gap="loose">
        {populations.length === 0 ? (
          <EmptyState title={t("targets:admin.populationsNone")} headingLevel={3} icon="chart" />
        ) : (
          <Table
            caption={t("targets:admin.populations")}
            captionHidden
            rows={populations}
            rowKey={({ year }) => String(year)}
            columns={[
              { key: "year", header: t("targets:admin.year"), primary: true, cell: ({ year }) => year },
              {
                key: "count",
                header: t("targets:admin.count"),
                numeric: true,
                cell: ({ count }) => formatNumber(count, language),
              },
              { key: "source", header: t("targets:admin.source"), cell: ({ source }) => source },
            ]}
          />
        )}
        <ErrorSummary title={t("platform:form.errors")} errors={form.errors} />
        <Form>
          <TextField
            {...form.field("year")}
            label={t("targets:admin.year")}
            inputMode="numeric"
            width="short"
            required
          />
          <TextField
            {...form.field("count")}
            label={t("targets:admin.count")}
            inputMode="numeric"
            width="medium"
            required
          />
          <TextField
            {...form.field("source")}
            label={t("targets:admin.source")}
            hint={t("targets:admin.sourceHint")}
            maxLength={300}
            required
          />
          <FormActions>
            <Button>{t("targets:admin.savePopulation")}</Button>
          </FormActions>
        </Form>
      </Stack>
    </Section>
  );
}
