import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { type ActivationReply, activationReply } from "~/accounts/activation-reply.server";
import { ActivationSheet } from "~/accounts/components/activation-sheet";
import { mobileAsWritten } from "~/accounts/contact";
import { codeSchema } from "~/accounts/credentials";
import { door, notFound, type Visit } from "~/accounts/door.server";
import type { Actor } from "~/accounts/session.server";
import { AssistedStatusTag } from "~/assistance/components/assisted-status-tag";
import { ConfirmForms } from "~/assistance/components/confirm-forms";
import { ReadBackEnterprise, ReadBackProducts } from "~/assistance/components/read-back";
import { confirmAssisted, printActivation } from "~/assistance/confirm-assisted.server";
import { areaOf, ownAssisted } from "~/assistance/own-assisted.server";
import { readBackEnterprise, readBackProducts } from "~/assistance/read-back";
import { abandonAssisted, removeAssistedProduct } from "~/assistance/save-assisted.server";
import { sendAssistedCode } from "~/assistance/send-assisted-code.server";
import { acceptScan } from "~/platform/files/store.server";
import { formatInstant } from "~/platform/format";
import { badForm, parseForm, refusedForm, type Submitted } from "~/platform/http/form.server";
import { pageForm } from "~/platform/http/page-form";
import { titleOf } from "~/platform/http/page-title";
import { type ReadForm, readForm } from "~/platform/http/read-form.server";
import { useLanguage, useT } from "~/platform/i18n";
import type { Result } from "~/platform/result";
import { Breadcrumbs, Button, ButtonLink, ErrorSummary, HiddenField, Notice, PageHeader, Section, Stack } from "~/ui";

const done = ["luu", "ma", "xac-nhan"] as const;

export const loader = door("registration.assist").load(async (visit) => {
  const { t, url } = visit;
  const assisted = await ownAssisted(visit);
  const { id, status, enterpriseName, ownerPhone, codeUntil, confirmedAt, confirmedHow, sheetId } = assisted;
  const name = enterpriseName ?? assisted.enterprise?.name?.[0] ?? "";
  return {
    title: name,
    id,
    status,
    isNew: assisted.enterprise !== null,
    number: ownerPhone && mobileAsWritten(ownerPhone),
    codeUntil,
    confirmedAt,
    confirmedHow,
    sheetId,
    needsActivation: status === "confirmed" && assisted.hasPassword === false,
    enterprise: readBackEnterprise(assisted, await areaOf(assisted, t), t),
    products: readBackProducts(assisted.products, t),
    done: done.find((known) => known === url.searchParams.get("da")) ?? null,
  };
});

export const action = door("registration.assist").act(async (visit) => {
  const assisted = await ownAssisted(visit);
  const { request, actor, acting, language, clientAddress } = visit;
  const { id } = assisted;
  const received = await readForm(request, { maxFiles: 1 });
  try {
    const { form } = received;
    const nothing = parseForm(form, z.object({}), language);
    switch (form.get("viec")) {
      case "gui-ma":
        return answer(visit, nothing, await sendAssistedCode(id, clientAddress, actor, acting), "?da=ma");
      case "xac-nhan-ma": {
        const submitted = parseForm(form, codeSchema, language);
        if (!submitted.value) return badForm(submitted);
        const proof = { how: "code", code: submitted.value.code } as const;
        return answer(visit, submitted, await confirmAssisted(id, proof, clientAddress, actor, acting), "?da=xac-nhan");
      }
      case "phieu":
        return await confirmBySheet(visit, id, nothing, received);
      case "bo-san-pham": {
        const productId = z.uuid().safeParse(form.get("productId"));
        if (!productId.success) throw notFound();
        return answer(visit, nothing, await removeAssistedProduct(id, productId.data, actor, acting), "?da=luu");
      }
      case "bo":
        return answer(visit, nothing, await abandonAssisted(id, actor, acting), "");
      case "kich-hoat": {
        const printed = await printActivation(id, actor, acting);
        if (!printed.ok) return answer(visit, nothing, printed, "");
        return activationReply(printed.value);
      }
      default:
        return badForm(nothing);
    }
  } finally {
    await received.dispose();
  }
});

async function confirmBySheet(visit: Visit<Actor>, id: string, submitted: Submitted<unknown>, received: ReadForm) {
  const { actor, acting, clientAddress } = visit;
  const [problem] = received.problems;
  if (problem) return badForm(submitted, { sheet: [`platform:${problem.code}`] });
  const upload = received.uploads.find(({ field }) => field === "sheet");
  if (!upload) return badForm(submitted, { sheet: ["assistance:sheetFile.missing"] });
  const sheet = await acceptScan(upload);
  if (!sheet.ok) return badForm(submitted, { sheet: [`platform:${sheet.code}`] });
  const proof = { how: "sheet", sheet: sheet.value } as const;
  return answer(visit, submitted, await confirmAssisted(id, proof, clientAddress, actor, acting), "?da=xac-nhan");
}

function answer(visit: Visit<Actor>, submitted: Submitted<unknown>, result: Result<unknown, string>, to: string) {
  if (result.ok) return redirect(visit.url.pathname + to, 303);
  if (result.code === "notFound") throw notFound();
  return refusedForm(submitted, { language: visit.language, namespace: "assistance", code: result.code });
}

export const meta = titleOf;

export default function AssistedPage() {
  const t = useT();
  const language = useLanguage();
  const { id, title, status, isNew, enterprise, products, confirmedAt, confirmedHow, ...page } =
    useLoaderData<typeof loader>();
  const reply = useActionData<ActivationReply>();
  const form = pageForm(reply?.form);
  const isOpen = status === "open";
  if (reply?.activation) return <ActivationSheet activation={reply.activation} back={`/ho-tro/${id}`} />;
  return (
    <Stack>
      <Breadcrumbs
        label={t("assistance:crumbs")}
        items={[{ label: t("assistance:list.title"), href: "/ho-tro" }, { label: title }]}
      />
      <PageHeader title={title} tags={<AssistedStatusTag status={status} />} />
      {page.done && !reply && (
        <Notice tone="success" live>
          {t(`assistance:done.${page.done}`)}
        </Notice>
      )}
      <ErrorSummary title={t("platform:form.errors")} errors={form.errors} />
      {status === "abandoned" && <Notice>{t("assistance:page.abandoned")}</Notice>}
      {confirmedAt && confirmedHow && (
        <Notice tone="success" title={t("assistance:page.confirmed", { at: formatInstant(confirmedAt, language) })}>
          <p>{t(`assistance:page.how.${confirmedHow}`)}</p>
          {page.sheetId && (
            <p>
              <a href={`/tep/${page.sheetId}`}>{t("assistance:page.openSheet")}</a>
            </p>
          )}
        </Notice>
      )}
      {page.needsActivation && (
        <Notice tone="warning" title={t("assistance:page.activation")}>
          <form method="post">
            <HiddenField name="viec" value="kich-hoat" />
            <Button>{t("assistance:page.printActivation")}</Button>
          </form>
        </Notice>
      )}
      <Section
        title={t("assistance:page.enterprise")}
        actions={
          isOpen &&
          isNew && (
            <ButtonLink variant="secondary" href={`/ho-tro/${id}/co-so`}>
              {t("assistance:page.edit")}
            </ButtonLink>
          )
        }
      >
        <ReadBackEnterprise items={enterprise} />
      </Section>
      <Section
        title={t("assistance:page.products")}
        actions={isOpen && <ButtonLink href={`/ho-tro/${id}/san-pham`}>{t("assistance:page.add")}</ButtonLink>}
      >
        <ReadBackProducts
          products={products}
          action={(product) =>
            isOpen && (
              <form method="post">
                <HiddenField name="viec" value="bo-san-pham" />
                <HiddenField name="productId" value={product.id} />
                <Button variant="quiet">
                  {t("assistance:page.remove")} <span className="ui-hidden">{product.name}</span>
                </Button>
              </form>
            )
          }
        />
      </Section>
      {isOpen && products.length > 0 && (
        <ConfirmForms id={id} form={form} number={page.number} codeUntil={page.codeUntil} />
      )}
      {isOpen && (
        <form method="post">
          <HiddenField name="viec" value="bo" />
          <Button variant="quiet">{t("assistance:page.abandon")}</Button>
        </form>
      )}
    </Stack>
  );
}
