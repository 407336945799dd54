import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { door, notFound } from "~/accounts/door.server";
import { dayOf } from "~/platform/day";
import { versionField } from "~/platform/http/fields";
import { badForm, parseForm, refusedForm } from "~/platform/http/form.server";
import { titleOf } from "~/platform/http/page-title";
import { readForm } from "~/platform/http/read-form.server";
import { useT } from "~/platform/i18n";
import { PhotoStrip } from "~/products/components/photo-strip";
import { ProductFields } from "~/products/components/product-fields";
import { editProduct } from "~/products/edit-product.server";
import { memberProduct } from "~/products/member-product.server";
import { nextProductStatus } from "~/products/product";
import { editProductSchema } from "~/products/product-form";
import { listPhotos } from "~/products/product-queries.server";
import { findProductVersion, startOfEdit } from "~/products/product-start.server";
import { ProposalForm } from "~/reviews/components/proposal-form";
import { Breadcrumbs, Checkbox, PageHeader } from "~/ui";

// Where the owner arrives, by what became of the edit.
const arrivals = { saved: "sua", proposed: "de-xuat", savedAndProposed: "sua-va-de-xuat" } as const;

export const loader = door("enterprise.manage").load(async (visit) => {
  const { enterprise, product } = await memberProduct(visit);
  if (!nextProductStatus(product.status, "edit").ok) throw notFound();
  const { t, language, now, url } = visit;
  const asked = versionField.safeParse(url.searchParams.get("ban") ?? undefined).data;
  const start = await startOfEdit(product, asked, dayOf(now), language);
  return {
    title: t(start.isProposed ? "products:propose.title" : "products:edit.title"),
    enterprise: { id: enterprise.id, name: enterprise.name },
    product: { id: product.id, name: product.name },
    start,
    photos: await listPhotos(start.restored?.photos ?? []),
    draft: await visit.draft(product.version),
  };
});

export const action = door("enterprise.manage").act(async (visit) => {
  const { enterprise, product } = await memberProduct(visit);
  const { language, actor, acting } = visit;
  const { form, dispose } = await readForm(visit.request);
  await dispose();
  const submitted = parseForm(form, editProductSchema, language);
  if (!submitted.value) return badForm(submitted);
  const { photosOf, ...edit } = submitted.value;
  const photos = photosOf === undefined ? undefined : (await findProductVersion(product.id, photosOf))?.facts.photos;
  const edited = { ...edit, ...(Array.isArray(photos) && { photos: photos.map(String) }) };
  const done = await editProduct(enterprise.id, product.id, edited, actor, acting);
  if (done.ok) {
    await visit.dropDraft();
    return redirect(`/quan-ly/${enterprise.id}/san-pham/${product.id}?da=${arrivals[done.value]}`, 303);
  }
  if (done.code === "notFound") throw notFound();
  const namespace = done.code.startsWith("change.") ? "reviews" : "products";
  return refusedForm(submitted, { language, namespace, code: done.code });
});

export const meta = titleOf;

export default function EditProduct() {
  const { title, enterprise, product, start, photos, draft } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const t = useT();
  const here = `/quan-ly/${enterprise.id}/san-pham/${product.id}`;
  return (
    <>
      <Breadcrumbs
        label={t("enterprises:crumbs")}
        items={[
          { label: enterprise.name, href: `/quan-ly/${enterprise.id}` },
          { label: product.name, href: here },
          { label: title },
        ]}
      />
      <PageHeader title={title} />
      <ProposalForm
        start={start}
        draft={draft}
        tried={answer?.form}
        back={here}
        proposal={
          start.isProposed
            ? {
                title: t("products:propose.notice"),
                text: t("products:propose.text"),
                noteHint: t("products:propose.noteHint"),
              }
            : null
        }
        restoredText={start.restored ? t("products:propose.restored", { number: start.restored.number }) : null}
        submit={t("products:edit.submit")}
      >
        {(form) => (
          <>
            <ProductFields form={form} />
            {start.restored && photos.length > 0 && (
              <Checkbox
                name="photosOf"
                value={String(start.restored.seq)}
                label={t("products:propose.photos", { count: photos.length })}
                defaultChecked
              />
            )}
            {photos.length > 0 && <PhotoStrip photos={photos} name={product.name} />}
          </>
        )}
      </ProposalForm>
    </>
  );
}
