import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { roles } from "~/accounts/access";
import { parseFields, refusedAccountForm } from "~/accounts/account-form.server";
import { findAccount } from "~/accounts/account-queries.server";
import { changeAccount } from "~/accounts/change-account.server";
import { AccountState } from "~/accounts/components/account-state";
import { mobileAsWritten } from "~/accounts/contact";
import { door, notFound } from "~/accounts/door.server";
import { listAccountAreas } from "~/areas/account-area-queries.server";
import { areaLabel } from "~/areas/area-label";
import { AreasField } from "~/areas/components/areas-field";
import { areasField, readAreas } from "~/areas/read-areas.server";
import { formatInstant } from "~/platform/format";
import { versionField } from "~/platform/http/fields";
import { badForm } from "~/platform/http/form.server";
import { pageForm } from "~/platform/http/page-form";
import { titleOf } from "~/platform/http/page-title";
import { uuidParam } from "~/platform/http/params.server";
import { useLanguage, useT } from "~/platform/i18n";
import {
  Breadcrumbs,
  Button,
  ErrorSummary,
  Form,
  FormActions,
  HiddenField,
  Notice,
  PageHeader,
  RadioGroup,
  Section,
  Stack,
  SummaryList,
} from "~/ui";

const standings = ["active", "disabled"] as const;

const schema = z.object({
  role: z.enum(roles),
  areas: areasField.default([]),
  standing: z.enum(standings),
  version: versionField,
});

export const loader = door("account.administer").load(async ({ params, url, t, actor, heldForm }) => {
  const account = await findAccount(uuidParam(params.accountId));
  if (!account) throw notFound();
  const areas = await listAccountAreas(account.id);
  return {
    title: account.name,
    account,
    areas: areas.map((area) => areaLabel(area, t)).join("\n"),
    isOwn: account.id === actor.accountId,
    saved: url.searchParams.get("da") === "luu",
    held: await heldForm(),
  };
});

export const action = door("account.administer").act(async ({ request, params, actor, acting, language, t }) => {
  const accountId = uuidParam(params.accountId);
  const submitted = await parseFields(request, schema, language);
  if (!submitted.value) return badForm(submitted);
  const { role, standing, version, areas } = submitted.value;
  const { areaIds, unread } = await readAreas(areas);
  if (unread.length > 0) return badForm(submitted, { areas: [t("areas:areas.unread", { names: unread.join("; ") })] });
  const change = { accountId, role, isDisabled: standing === "disabled", version, areaIds };
  const result = await changeAccount(change, actor, acting);
  if (result.ok) return redirect(`/quan-tri/tai-khoan/${accountId}?da=luu`, 303);
  if (result.code === "notFound") throw notFound();
  if (result.code === "areas.missing") return badForm(submitted, { areas: ["areas:areas.missing"] });
  return refusedAccountForm(submitted, language, result.code);
});

export const meta = titleOf;

export default function EditAccount() {
  const t = useT();
  const language = useLanguage();
  const { account, areas, isOwn, saved, held } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const form = pageForm(reply?.form ?? held, {
    role: account.role,
    areas,
    standing: account.isDisabled ? "disabled" : "active",
  });
  const journalHref = `/quan-tri/nhat-ky?${new URLSearchParams({ loai: "account", ma: account.id })}`;
  return (
    <Stack>
      <Breadcrumbs
        label={t("accounts:edit.here")}
        items={[{ href: "/quan-tri/tai-khoan", label: t("accounts:list.title") }, { label: account.name }]}
      />
      <PageHeader title={account.name} tags={<AccountState {...account} />} />
      {saved && !reply && (
        <Notice tone="success" live>
          {t("accounts:edit.saved")}
        </Notice>
      )}
      <ErrorSummary title={t("platform:form.errors")} errors={form.errors} />
      <Section title={t("accounts:edit.facts")} actions={<a href={journalHref}>{t("accounts:edit.journal")}</a>}>
        <SummaryList
          items={[
            { key: "email", term: t("accounts:email.label"), value: account.email ?? t("accounts:own.noEmail") },
            {
              key: "phone",
              term: t("accounts:phone.label"),
              value: account.phone ? mobileAsWritten(account.phone) : t("accounts:own.noPhone"),
            },
            {
              key: "created",
              term: t("accounts:list.created"),
              value: formatInstant(account.createdAt, language),
            },
            {
              key: "lastSeen",
              term: t("accounts:list.lastSeen"),
              value: account.lastSeenAt ? formatInstant(account.lastSeenAt, language) : t("accounts:list.never"),
            },
          ]}
        />
      </Section>
      <Section title={t("accounts:edit.change")}>
        {isOwn ? (
          <Notice>{t("accounts:edit.own")}</Notice>
        ) : (
          <Form>
            <HiddenField name="version" value={account.version} />
            <RadioGroup
              {...form.field("role")}
              label={t("accounts:edit.role")}
              choices={roles.map((value) => ({ value, label: t(`accounts:role.${value}`) }))}
            />
            <AreasField form={form} hint={t("areas:team.roleHint")} />
            <RadioGroup
              {...form.field("standing")}
              label={t("accounts:edit.standing")}
              choices={standings.map((value) => ({
                value,
                label: t(`accounts:edit.${value}`),
                hint: value === "disabled" ? t("accounts:edit.disabledHint") : undefined,
              }))}
            />
            <FormActions>
              <Button>{t("accounts:edit.submit")}</Button>
            </FormActions>
          </Form>
        )}
      </Section>
    </Stack>
  );
}
