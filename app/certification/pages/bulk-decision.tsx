import { json, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { door, notFound } from "~/accounts/door.server";
import { type BulkView, bulkViews, nextBulkStatus } from "~/certification/bulk-decision";
import { countBulkItems, listBulkItems } from "~/certification/bulk-decision-queries.server";
import { bulkOfVisit, readBulkView } from "~/certification/bulk-of-visit.server";
import { changeBulkDecision, chooseInBulk } from "~/certification/change-bulk-decision.server";
import { BulkItems } from "~/certification/components/bulk-items";
import { BulkNow } from "~/certification/components/bulk-now";
import { BulkStatusTag } from "~/certification/components/bulk-status-tag";
import { RecognitionWords } from "~/certification/components/recognition-words";
import { levelWords } from "~/certification/level";
import { formatDay, formatInstant, formatNumber } from "~/platform/format";
import { type FormReply, parseForm, refusedForm } from "~/platform/http/form.server";
import { ListPages } from "~/platform/http/list-pages";
import { pageForm } from "~/platform/http/page-form";
import { titleOf } from "~/platform/http/page-title";
import { pageInList, pageOf } from "~/platform/http/params.server";
import { readForm } from "~/platform/http/read-form.server";
import { useLanguage, useT } from "~/platform/i18n";
import { Breadcrumbs, ErrorSummary, PageHeader, Section, Split, Stack, SummaryList, Tabs } from "~/ui";

const pageSize = 50;
const shownViews = {
  open: ["se-lam", "khong-du", "bo-ra"],
  over: ["da-lam", "bo-qua", "khong-du", "bo-ra", "se-lam"],
} as const satisfies Record<string, readonly BulkView[]>;

export const loader = door("certificate.decide").load(async (visit) => {
  const { t, url, language } = visit;
  const { found, isOwn } = await bulkOfVisit(visit);
  const { id, status, number, day, issuer, paper, officerName, createdAt, schemeVi, schemeEn, levels } = found;
  const counted = await countBulkItems(id);
  const count = (view: BulkView) =>
    counted.filter((one) => one.status === bulkViews[view]).reduce((sum, one) => sum + one.count, 0);
  const order: readonly BulkView[] = status === "open" ? shownViews.open : shownViews.over;
  const asked = readBulkView(url);
  const view = asked.view ?? order.find((one) => count(one) > 0) ?? order[0] ?? "se-lam";
  const page = pageOf(url, pageSize);
  const { rows, total } = await listBulkItems(id, { status: bulkViews[view], reason: asked.reason }, page);
  return {
    title: t("certification:bulk.documentOf", { number, day: formatDay(day, language) }),
    id,
    status,
    isOwn,
    may: {
      start: nextBulkStatus(status, "start").ok,
      pause: nextBulkStatus(status, "pause").ok,
      resume: nextBulkStatus(status, "resume").ok,
      cancel: nextBulkStatus(status, "cancel").ok,
    },
    recognition: { number, day, issuer, paperId: paper?.id ?? null },
    about: { officerName, createdAt: formatInstant(createdAt, language), schemeVi, schemeEn, levels },
    counts: {
      chosen: count("se-lam"),
      excluded: count("khong-du"),
      verified: count("da-lam"),
      skipped: count("bo-qua"),
    },
    tabs: order.map((name) => ({ name, count: count(name) })).filter((one) => one.count > 0 || one.name === view),
    reasons: counted.flatMap(({ status: of, reason, count: times }) =>
      reason && of === bulkViews[view] ? [{ reason, count: times }] : [],
    ),
    view,
    reason: asked.reason,
    rows,
    total,
    page: pageInList(url, page, total),
  };
});

const changeSchema = z.union([
  z.object({ intent: z.enum(["start", "pause", "resume", "cancel"]) }),
  z.object({ leaveOut: z.uuid() }),
  z.object({ putBack: z.uuid() }),
]);

export const action = door("certificate.decide").act(async (visit) => {
  const { found } = await bulkOfVisit(visit);
  const { language, actor, acting, request, url } = visit;
  const { form, dispose } = await readForm(request);
  await dispose();
  const submitted = parseForm(form, changeSchema, language);
  const { value } = submitted;
  if (!value) return json<FormReply>({ form: submitted.state() }, 400);
  const { id } = found;
  const done =
    "intent" in value
      ? await changeBulkDecision({ id, action: value.intent }, actor, acting)
      : await chooseInBulk(
          "leaveOut" in value
            ? { id, certificateId: value.leaveOut, chosen: false }
            : { id, certificateId: value.putBack, chosen: true },
          actor,
          acting,
        );
  if (done.ok) return redirect(`/tham-dinh/theo-van-ban/${id}${"intent" in value ? "" : `${url.search}#giay`}`, 303);
  if (done.code === "notFound") throw notFound();
  return refusedForm(submitted, { language, namespace: "certification", code: done.code });
});

export const meta = titleOf;

export default function BulkDecisionPage() {
  const { title, id, status, isOwn, may, counts, recognition, about } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const t = useT();
  const isVietnamese = useLanguage() === "vi";
  const form = pageForm(answer?.form);
  return (
    <>
      <Breadcrumbs
        label={t("certification:breadcrumbs")}
        items={[
          { label: t("certification:review.queue"), href: "/tham-dinh" },
          { label: t("certification:bulk.crumb"), href: "/tham-dinh/theo-van-ban" },
          { label: recognition.number },
        ]}
      />
      <PageHeader
        title={title}
        lead={isVietnamese ? about.schemeVi : about.schemeEn}
        tags={<BulkStatusTag status={status} />}
      />
      <ErrorSummary title={t("platform:form.errors")} errors={form.errors} />
      <Stack gap="loose">
        <Split
          aside={
            <SummaryList
              items={[
                {
                  key: "document",
                  term: t("certification:bulk.document"),
                  value: <RecognitionWords recognition={recognition} withPaper />,
                },
                ...(about.levels.length > 0
                  ? [
                      {
                        key: "awards",
                        term: t("certification:bulk.awards"),
                        value: about.levels.map((level) => levelWords(t, level)).join(", "),
                      },
                    ]
                  : []),
                { key: "by", term: t("certification:bulk.by"), value: about.officerName },
                { key: "at", term: t("certification:bulk.at"), value: about.createdAt },
              ]}
            />
          }
        >
          <BulkNow here={`/tham-dinh/theo-van-ban/${id}`} status={status} isOwn={isOwn} may={may} counts={counts} />
        </Split>
        {status !== "running" && <Items />}
      </Stack>
    </>
  );
}

function Items() {
  const { status, isOwn, tabs, reasons, view, reason, rows, total, page } = useLoaderData<typeof loader>();
  const t = useT();
  const language = useLanguage();
  const words = (name: BulkView) =>
    name === "se-lam" && status !== "open"
      ? t("certification:bulk.undecided")
      : t(`certification:bulk.view.${bulkViews[name]}`);
  return (
    <Section id="giay" title={t("certification:bulk.items")}>
      <Stack>
        <Tabs
          label={t("certification:bulk.views")}
          items={tabs.map(({ name, count }) => ({
            href: `?xem=${name}#giay`,
            label: words(name),
            current: name === view,
            count,
          }))}
        />
        {reasons.length > 0 && (
          <nav aria-label={t("certification:bulk.why")}>
            <Stack gap="tight">
              {reason && (
                <p>
                  <a href={`?xem=${view}#giay`}>{t("certification:bulk.allReasons")}</a>
                </p>
              )}
              {reasons.map((one) => (
                <p key={one.reason}>
                  <a
                    href={`?xem=${view}&ly-do=${one.reason}#giay`}
                    aria-current={one.reason === reason ? "true" : undefined}
                  >
                    {t("certification:bulk.whyLine", {
                      reason: t(`certification:bulk.reason.${one.reason}`),
                      count: formatNumber(one.count, language),
                    })}
                  </a>
                </p>
              ))}
            </Stack>
          </nav>
        )}
        {rows.length === 0 ? (
          <p>{t("platform:list.none")}</p>
        ) : (
          <BulkItems caption={words(view)} items={rows} open={isOwn && status === "open"} />
        )}
        <ListPages page={page} total={total} exportable />
      </Stack>
    </Section>
  );
}
