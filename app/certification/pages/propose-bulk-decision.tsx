import { randomUUID } from "node:crypto";
import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { door, notFound } from "~/accounts/door.server";
import { countWaitingCertificates } from "~/certification/bulk-decision-queries.server";
import { listSchemeChoices } from "~/certification/certificate-queries.server";
import { levelWords } from "~/certification/level";
import { proposeBulkDecision } from "~/certification/propose-bulk-decision.server";
import { readBulkForm } from "~/certification/read-bulk-form.server";
import { dayOf } from "~/platform/day";
import { UploadField } from "~/platform/files/upload-field";
import { badForm, refusedForm } from "~/platform/http/form.server";
import { pageForm } from "~/platform/http/page-form";
import { titleOf } from "~/platform/http/page-title";
import { useT } from "~/platform/i18n";
import { queuePath } from "~/reviews/next-review.server";
import { queueAskedBy, queueQuery, readQueueAddress } from "~/reviews/queue-address";
import {
  Breadcrumbs,
  Button,
  ButtonLink,
  CheckboxGroup,
  DayField,
  ErrorSummary,
  Form,
  FormActions,
  HiddenField,
  Notice,
  PageHeader,
  SelectField,
  Stack,
  TextField,
} from "~/ui";

/** What the address asks of the queue, as far as certificates of one scheme go. */
function askedBy(url: URL, officerId: string) {
  const address = {
    ...readQueueAddress((name) => url.searchParams.get(name)),
    loai: "certificate" as const,
    xep: null,
  };
  return { address, query: queueQuery(address), filter: queueAskedBy(address, officerId).filter };
}

export const loader = door("certificate.decide").load(async (visit) => {
  const { url, t, actor, now, language } = visit;
  const { address, query, filter } = askedBy(url, actor.accountId);
  const schemes = await listSchemeChoices();
  const scheme = schemes.find(({ id }) => id === address.chungNhan);
  return {
    title: t("certification:bulk.title"),
    asked: Object.entries(address).flatMap(([name, value]) => (value && name !== "chungNhan" ? [{ name, value }] : [])),
    queue: queuePath(query),
    schemes: schemes.map(({ id, nameVi, nameEn }) => ({ value: id, label: language === "vi" ? nameVi : nameEn })),
    scheme: scheme && { name: language === "vi" ? scheme.nameVi : scheme.nameEn, levels: scheme.levels },
    matching: scheme ? await countWaitingCertificates(filter, dayOf(now)) : 0,
    defaults: { id: randomUUID(), awards: scheme?.levels ?? [] },
    held: await visit.heldForm(),
  };
});

export const action = door("certificate.decide").act(async ({ request, url, actor, acting, now, language }) => {
  const { address, query, filter } = askedBy(url, actor.accountId);
  const { submitted, scan, problems } = await readBulkForm(request, actor.accountId, language, dayOf(now));
  if (!submitted.value || Object.keys(problems).length > 0) return badForm(submitted, problems);
  if (!address.chungNhan) throw notFound();
  const { id, ...words } = submitted.value;
  const document = { ...words, schemeId: address.chungNhan };
  const proposed = await proposeBulkDecision({ id, document, paper: scan, filter, query }, actor, acting);
  if (proposed.ok) return redirect(`/tham-dinh/theo-van-ban/${id}`, 303);
  if (proposed.code === "notFound") throw notFound();
  if (proposed.code === "paper.missing") return badForm(submitted, { scan: ["platform:file.missing"] });
  return refusedForm(submitted, { language, namespace: "certification", code: proposed.code });
});

export const meta = titleOf;

export default function ProposeBulkDecision() {
  const { title, scheme, queue, matching } = useLoaderData<typeof loader>();
  const t = useT();
  return (
    <>
      <Breadcrumbs
        label={t("certification:breadcrumbs")}
        items={[
          { label: t("certification:review.queue"), href: queue },
          { label: t("certification:bulk.crumb"), href: "/tham-dinh/theo-van-ban" },
          { label: t("certification:bulk.start") },
        ]}
      />
      <PageHeader title={title} lead={scheme?.name ?? t("certification:bulk.lead")} />
      <Stack>
        {!scheme && <SchemeForm />}
        {scheme && (
          <Notice tone={matching === 0 ? "warning" : "info"}>
            <p>
              {matching === 0 ? t("certification:bulk.matchNone") : t("certification:bulk.match", { count: matching })}{" "}
              <a href={queue}>{t("certification:bulk.changeFilter")}</a>
            </p>
            {matching > 0 && <p>{t("certification:bulk.matchHint")}</p>}
          </Notice>
        )}
        {scheme && matching > 0 && <DocumentForm levels={scheme.levels} />}
      </Stack>
    </>
  );
}

/** One document is of one scheme: where the filter names none, it is asked for first. */
function SchemeForm() {
  const { asked, schemes } = useLoaderData<typeof loader>();
  const t = useT();
  return (
    <Form method="get" label={t("certification:bulk.chooseScheme")}>
      {asked.map(({ name, value }) => (
        <HiddenField key={name} name={name} value={value} />
      ))}
      <SelectField
        name="chungNhan"
        label={t("certification:bulk.chooseScheme")}
        hint={t("certification:bulk.chooseSchemeHint")}
        emptyOption={t("platform:form.choose")}
        options={schemes}
        required
      />
      <FormActions>
        <Button>{t("certification:bulk.next")}</Button>
      </FormActions>
    </Form>
  );
}

function DocumentForm({ levels }: { levels: readonly string[] }) {
  const { defaults, held, queue } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const t = useT();
  const form = pageForm(answer?.form ?? held, defaults);
  return (
    <Form upload label={t("certification:bulk.document")}>
      <ErrorSummary title={t("platform:form.errors")} errors={form.errors} />
      <HiddenField name="id" value={form.value("id") ?? defaults.id} />
      <TextField
        {...form.field("number")}
        label={t("certification:recognition.number")}
        hint={t("certification:bulk.number")}
        maxLength={300}
        required
      />
      <DayField
        {...form.field("day")}
        label={t("certification:recognition.day")}
        hint={t("certification:bulk.day")}
        required
      />
      <TextField {...form.field("issuer")} label={t("certification:recognition.issuer")} maxLength={300} required />
      {levels.length > 0 && (
        <CheckboxGroup
          {...form.choices("awards")}
          label={t("certification:bulk.awards")}
          hint={t("certification:bulk.awardsHint")}
          choices={levels.map((level) => ({ value: level, label: levelWords(t, level) }))}
        />
      )}
      <UploadField
        form={form}
        name="scan"
        label={t("certification:recognition.paper")}
        hint={t("certification:bulk.paper")}
        accept="application/pdf,image/jpeg,image/png,image/webp"
      />
      <FormActions>
        <Button icon="arrow">{t("certification:bulk.propose")}</Button>
        <ButtonLink variant="quiet" href={queue}>
          {t("platform:form.cancel")}
        </ButtonLink>
      </FormActions>
    </Form>
  );
}
