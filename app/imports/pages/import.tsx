import { json, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { door, notFound } from "~/accounts/door.server";
import { changeImport } from "~/imports/change-import.server";
import { ImportProgress } from "~/imports/components/import-progress";
import { ImportRows } from "~/imports/components/import-rows";
import { ImportStatusTag } from "~/imports/components/import-status-tag";
import { ImportSteps } from "~/imports/components/import-steps";
import { RowsLeft } from "~/imports/components/rows-left";
import { StartForm } from "~/imports/components/start-form";
import { importOfVisit, ownImportOfVisit } from "~/imports/import-of-visit.server";
import { listRetries } from "~/imports/import-queries.server";
import { importPolicies, isAtWork, isOver, nextImportStatus, policiesOpen, remaining } from "~/imports/import-workflow";
import { readRowsPage, rowViewNames } from "~/imports/read-rows-page.server";
import { formatInstant } from "~/platform/format";
import { type FormReply, parseForm, refusedForm } from "~/platform/http/form.server";
import { ListPages } from "~/platform/http/list-pages";
import { pageForm } from "~/platform/http/page-form";
import { titleOf } from "~/platform/http/page-title";
import { pageInList, pageOf } from "~/platform/http/params.server";
import { readForm } from "~/platform/http/read-form.server";
import { translateCode, useT } from "~/platform/i18n";
import {
  Breadcrumbs,
  Button,
  ButtonLink,
  Cluster,
  ErrorSummary,
  Figure,
  Figures,
  Notice,
  PageHeader,
  Section,
  Split,
  Stack,
  SummaryList,
  Tabs,
} from "~/ui";

const pageSize = 50;
const viewSchema = z.enum(rowViewNames).optional().catch(undefined);
const changeSchema = z.object({
  intent: z.enum(["start", "pause", "resume", "cancel", "retry"]),
  policy: z.enum(importPolicies).optional(),
});

export const loader = door("account.use").load(async (visit) => {
  const { found, kind, isOwn } = await importOfVisit(visit);
  const { t, language, url } = visit;
  const asked = viewSchema.parse(url.searchParams.get("loai") ?? undefined);
  const page = pageOf(url, pageSize);
  const { view, counts, taken, left, rows } = await readRowsPage(found, kind, language, asked, page);
  const { id, status, fileName, policy, failure, retryOfId, enterpriseName, uploaderName, createdAt } = found;
  const { created, updated, skipped, refused, willCreate, willUpdate, willSkip, willRefuse } = found;
  const outlook = remaining(found);
  return {
    title: fileName,
    id,
    status,
    isOwn,
    fileName,
    kindTitle: t(kind.title),
    policy,
    failure: failure && translateCode(language, failure),
    retryOfId,
    retries: await listRetries(id),
    about: { enterpriseName, uploaderName, createdAt: formatInstant(createdAt, language) },
    open: policiesOpen(outlook),
    may: {
      map: nextImportStatus(status, "map").ok,
      pause: nextImportStatus(status, "pause").ok,
      resume: nextImportStatus(status, "resume").ok,
      cancel: nextImportStatus(status, "cancel").ok,
    },
    toRefuse: outlook.refuse,
    progress: {
      read: willCreate + willUpdate + willSkip + willRefuse,
      done: created + updated + skipped + refused,
    },
    taken,
    left,
    view,
    counts,
    rows,
    page: pageInList(url, page, counts[view]),
  };
});

export const action = door("account.use").act(async (visit) => {
  const { found } = await ownImportOfVisit(visit);
  const { language, actor, acting, request } = visit;
  const { form, dispose } = await readForm(request);
  await dispose();
  const submitted = parseForm(form, changeSchema, language);
  if (!submitted.value) return json<FormReply>({ form: submitted.state() }, 400);
  const { intent, policy } = submitted.value;
  const change = { importId: found.id, action: intent, ...(policy && { policy }) };
  const done = await changeImport(change, actor, acting);
  if (done.ok) return redirect(`/nhap-lieu/${found.id}`, 303);
  if (done.code === "notFound") throw notFound();
  return refusedForm(submitted, { language, namespace: "imports", code: done.code });
});

export const meta = titleOf;

export default function ImportPage() {
  const { title, kindTitle, status, isOwn, id, counts, left } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const t = useT();
  const form = pageForm(answer?.form);
  const hasRows = Object.values(counts).some((count) => count > 0);
  return (
    <>
      <Breadcrumbs
        label={t("imports:crumbs")}
        items={[{ label: t("imports:list.title"), href: "/nhap-lieu" }, { label: title }]}
      />
      <PageHeader title={title} lead={kindTitle} tags={<ImportStatusTag status={status} />} />
      <ErrorSummary title={t("platform:form.errors")} errors={form.errors} />
      <Split aside={<Aside />}>
        <Stack gap="loose">
          <Now errors={form.field("policy").errors} />
          {isOwn && isOver(status) && left > 0 && (
            <RowsLeft here={`/nhap-lieu/${id}`} left={left} refused={counts["khong-nhan"]} />
          )}
          {hasRows && !isAtWork(status) && <Outlook />}
          {hasRows && status !== "mapped" && <Rows />}
          {isOwn && <StopForm id={id} />}
        </Stack>
      </Split>
    </>
  );
}

/** What is happening now, and what the uploader can do about it. */
function Now({ errors }: { errors: readonly string[] | undefined }) {
  const { id, status, isOwn, failure, open, toRefuse, progress, may, counts, taken } = useLoaderData<typeof loader>();
  const t = useT();
  const here = `/nhap-lieu/${id}`;
  switch (status) {
    case "uploaded":
      return (
        <Notice tone="warning" title={t("imports:now.uploaded")}>
          {isOwn && <ButtonLink href={`${here}/cot`}>{t("imports:columns.title")}</ButtonLink>}
        </Notice>
      );
    case "mapped":
      return <ImportProgress here={here} done={progress.read} of={null} />;
    case "running":
      return (
        <>
          <ImportProgress here={here} done={progress.done} of={progress.read} />
          {isOwn && may.pause && (
            <form method="post">
              <Button variant="secondary" name="intent" value="pause">
                {t("imports:action.pause")}
              </Button>
            </form>
          )}
        </>
      );
    case "planned":
      return (
        <>
          {taken > 0 && <Notice>{t("imports:now.taken", { count: taken })}</Notice>}
          {open.length === 0 && (
            <Notice tone="warning" title={t("imports:now.nothing")}>
              {isOwn && toRefuse > 0 && <ButtonLink href={`${here}/sua-loi`}>{t("imports:retry.title")}</ButtonLink>}
            </Notice>
          )}
          {open.length > 0 && !isOwn && <Notice>{t("imports:now.planned")}</Notice>}
          {open.length > 0 && isOwn && <StartForm open={open} refused={toRefuse} errors={errors} />}
        </>
      );
    case "paused":
      return (
        <Notice tone="warning" title={t("imports:now.paused", { done: progress.done, of: progress.read })}>
          {isOwn && (
            <form method="post">
              <Button name="intent" value="resume">
                {t("imports:action.resume")}
              </Button>
            </form>
          )}
        </Notice>
      );
    case "cancelled":
      return (
        <Notice title={t("imports:now.cancelled", { done: progress.done })}>
          <ResultLink />
        </Notice>
      );
    case "failed":
      return (
        <Notice tone="danger" title={t("imports:now.failed")}>
          <Stack gap="tight">
            <p>{failure}</p>
            <ResultLink />
          </Stack>
        </Notice>
      );
    case "finished":
      return (
        <Notice tone={counts["khong-nhan"] > 0 ? "warning" : "success"} title={t("imports:now.finished")}>
          <Stack gap="tight">
            {progress.done < progress.read && (
              <p>{t("imports:now.stopped", { done: progress.done, of: progress.read })}</p>
            )}
            {counts["khong-nhan"] > 0 && <p>{t("imports:now.mend", { count: counts["khong-nhan"] })}</p>}
            <ResultLink />
          </Stack>
        </Notice>
      );
  }
}

function ResultLink() {
  const { id, taken, left } = useLoaderData<typeof loader>();
  const t = useT();
  if (taken + left === 0) return null;
  return (
    <Cluster>
      <ButtonLink variant="secondary" icon="document" href={`/nhap-lieu/${id}/ket-qua`}>
        {t("imports:result.whole")}
      </ButtonLink>
    </Cluster>
  );
}

/** How many rows of each fate; each figure opens its rows. */
function Outlook() {
  const { status, counts } = useLoaderData<typeof loader>();
  const t = useT();
  const when = status === "planned" ? "foreseen" : "done";
  return (
    <Figures>
      {(["tao-moi", "cap-nhat", "khong-doi", "khong-nhan"] as const).map((view) => (
        <Figure key={view} label={t(`imports:view.${when}.${view}`)} value={counts[view]} href={`?loai=${view}#dong`} />
      ))}
    </Figures>
  );
}

function Rows() {
  const { id, status, view, counts, rows, page, isOwn } = useLoaderData<typeof loader>();
  const t = useT();
  const when = status === "planned" ? "foreseen" : "done";
  return (
    <Section
      id="dong"
      title={t("imports:rows.title")}
      actions={
        counts["khong-nhan"] > 0 && <a href={`/nhap-lieu/${id}/ket-qua?chi=loi`}>{t("imports:result.refused")}</a>
      }
    >
      <Stack>
        <Tabs
          label={t("imports:rows.views")}
          items={(["khong-nhan", "tao-moi", "cap-nhat", "khong-doi"] as const).map((name) => ({
            href: `?loai=${name}#dong`,
            label: t(`imports:view.${when}.${name}`),
            current: name === view,
            count: counts[name],
          }))}
        />
        {rows.length > 0 ? <ImportRows rows={rows} linked={isOwn} /> : <p>{t("platform:list.none")}</p>}
        <ListPages page={page} total={counts[view]} />
      </Stack>
    </Section>
  );
}

function StopForm({ id }: { id: string }) {
  const { may, status } = useLoaderData<typeof loader>();
  const t = useT();
  if (!may.cancel) return null;
  return (
    <form method="post">
      <Cluster>
        {may.map && status !== "uploaded" && (
          <ButtonLink variant="secondary" href={`/nhap-lieu/${id}/cot`}>
            {t("imports:columns.change")}
          </ButtonLink>
        )}
        <Button variant="quiet" name="intent" value="cancel">
          {t("imports:action.cancel")}
        </Button>
      </Cluster>
    </form>
  );
}

function Aside() {
  const { id, status, about, policy, retryOfId, retries } = useLoaderData<typeof loader>();
  const t = useT();
  return (
    <Stack>
      <ImportSteps status={status} />
      <SummaryList
        items={[
          ...(about.enterpriseName
            ? [{ key: "enterprise", term: t("imports:about.enterprise"), value: about.enterpriseName }]
            : []),
          { key: "by", term: t("imports:list.by"), value: about.uploaderName },
          { key: "at", term: t("imports:list.at"), value: about.createdAt },
          {
            key: "original",
            term: t("imports:about.original"),
            value: <a href={`/nhap-lieu/${id}/tep`}>{t("imports:about.download")}</a>,
          },
          ...(policy
            ? [{ key: "policy", term: t("imports:about.policy"), value: t(`imports:policy.${policy}.label`) }]
            : []),
          ...(retryOfId
            ? [
                {
                  key: "retryOf",
                  term: t("imports:about.retryOf"),
                  value: <a href={`/nhap-lieu/${retryOfId}`}>{t("imports:about.first")}</a>,
                },
              ]
            : []),
          ...retries.map((retry) => ({
            key: retry.id,
            term: t("imports:about.retry"),
            value: <a href={`/nhap-lieu/${retry.id}`}>{retry.fileName}</a>,
          })),
        ]}
      />
    </Stack>
  );
}
