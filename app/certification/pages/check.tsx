import { json, type MetaFunction, redirect, type TypedResponse } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { countAttempt, countedAddress } from "~/accounts/attempts.server";
import { door } from "~/accounts/door.server";
import type { CertificateStanding } from "~/certification/certificate";
import { listCheckableByNumber, listSchemesToCheck } from "~/certification/check-queries.server";
import { checkedOn } from "~/certification/checked-certificate";
import { CheckForm } from "~/certification/components/check-form";
import { dayOf } from "~/platform/day";
import { canonicalUrl } from "~/platform/http/canonical.server";
import { badForm, type FormReply, parseForm, refusedForm } from "~/platform/http/form.server";
import { pageForm } from "~/platform/http/page-form";
import { pageHead } from "~/platform/http/page-head";
import { readForm } from "~/platform/http/read-form.server";
import { useT } from "~/platform/i18n";
import { Card, ErrorSummary, Notice, PageHeader, Section, Stack, Tag } from "~/ui";

export const loader = door("public").load(async ({ t }) => ({
  title: t("certification:check.title"),
  description: t("certification:check.lead"),
  canonical: canonicalUrl("/kiem-tra"),
  schemes: await listSchemesToCheck(),
}));

const numberSchema = z
  .object({
    schemeId: z.uuid({ error: "certification:schemeId.required" }),
    number: z.string().max(100, { error: "certification:number.tooLong" }),
  })
  .describe("certification:field");

interface CheckReply extends FormReply {
  /** What was found; undefined while the form asks for another go. */
  found?: { code: string; number: string; enterpriseName: string; standing: CertificateStanding }[];
}

// A form that is sent, not an address: what somebody asked for is in no cache and no log, and asking can be limited.
export const action = door("public").act(
  async ({ request, language, clientAddress, now }): Promise<TypedResponse<CheckReply>> => {
    const submitted = parseForm((await readForm(request)).form, numberSchema, language);
    if (!submitted.value) return badForm(submitted);
    if (!(await countAttempt("check-address", countedAddress(clientAddress)))) {
      return refusedForm(submitted, { language, namespace: "certification", code: "tooManyAttempts" });
    }
    const today = dayOf(now);
    const certificates = await listCheckableByNumber(submitted.value.schemeId, submitted.value.number);
    const [only, second] = certificates;
    if (only && !second) return redirect(`/kiem-tra/${only.code}`);
    const found = certificates.map((certificate) => ({
      code: certificate.code,
      number: certificate.number,
      enterpriseName: certificate.enterpriseName,
      standing: checkedOn(today, certificate).standing,
    }));
    return json<CheckReply>({ form: submitted.state(), found }, found.length === 0 ? 404 : 200);
  },
);

export const meta: MetaFunction<typeof loader> = ({ data }) => pageHead(data);

const tones = { valid: "success", "not-yet-valid": "info", expired: "warning", revoked: "danger" } as const;

export default function Check() {
  const t = useT();
  const { title, description, schemes } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const form = pageForm(answer?.form);
  const found = answer?.found;
  return (
    <>
      <PageHeader title={title} lead={description} />
      <ErrorSummary title={t("platform:form.errors")} errors={form.errors} />
      <Stack gap="loose">
        {found?.length === 0 && (
          <Notice tone="warning" title={t("certification:check.standing.unknown")} live>
            <p>{t("certification:check.meaning.unknown")}</p>
          </Notice>
        )}
        {found && found.length > 0 && (
          <Section title={t("certification:check.found", { count: found.length })}>
            <Stack>
              {found.map(({ code, number, enterpriseName, standing }) => (
                <Card
                  key={code}
                  title={enterpriseName}
                  href={`/kiem-tra/${code}`}
                  tags={<Tag tone={tones[standing]}>{t(`certification:check.standing.${standing}`)}</Tag>}
                >
                  <p>{number}</p>
                </Card>
              ))}
            </Stack>
          </Section>
        )}
        <CheckForm form={form} schemes={schemes} />
        <p className="ui-soft">{t("certification:check.qr")}</p>
      </Stack>
    </>
  );
}
