import { json, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { door, notFound } from "~/accounts/door.server";
import type { Actor } from "~/accounts/session.server";
import { dayOf } from "~/platform/day";
import type { Acting } from "~/platform/db/transaction.server";
import { UploadField } from "~/platform/files/upload-field";
import { type FormReply, parseForm } from "~/platform/http/form.server";
import { pageForm } from "~/platform/http/page-form";
import { titleOf } from "~/platform/http/page-title";
import { type ReadForm, readForm } from "~/platform/http/read-form.server";
import { refusalStatus } from "~/platform/http/refusal";
import { type Language, translateCode, useT } from "~/platform/i18n";
import { addPhotos } from "~/products/add-photos.server";
import { arrangePhotos } from "~/products/arrange-photos.server";
import { captionPhoto } from "~/products/caption-photo.server";
import { PhotoList } from "~/products/components/photo-list";
import { memberProduct } from "~/products/member-product.server";
import { longestCaption, mostPhotos, photoDirections } from "~/products/photo-order";
import { isUnderVerifiedCertificate, listPhotos } from "~/products/product-queries.server";
import { type PhotoProblem, receivePhotos } from "~/products/receive-photos.server";
import { findChangeOf } from "~/reviews/change-queries.server";
import { isLive } from "~/reviews/proposed-change";
import {
  Breadcrumbs,
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
} from "~/ui";

const done = ["them", "xoa", "doi", "mo-ta"] as const;
const captionSchema = z.object({
  fileId: z.uuid(),
  caption: z.string().max(longestCaption, { error: "products:photos.captionTooLong" }).default(""),
});
const arrangeSchema = z.object({ fileId: z.uuid(), step: z.enum([...photoDirections, "remove"]) });

export const loader = door("enterprise.manage").load(async (visit) => {
  const { enterprise, product } = await memberProduct(visit);
  if (product.status === "withdrawn") throw notFound();
  const change = await findChangeOf("product", product.id);
  const proposed = change && isLive(change.status) ? change.after.photos : undefined;
  const photos = Array.isArray(proposed) ? await listPhotos(proposed.map(String)) : product.photos;
  const isVerified =
    product.status === "registered" && (await isUnderVerifiedCertificate(product.id, dayOf(visit.now)));
  return {
    title: visit.t("products:photos.title"),
    enterprise: { id: enterprise.id, name: enterprise.name },
    product: { id: product.id, name: product.name, photos },
    isProposed: isVerified || (change !== undefined && isLive(change.status)),
    done: done.find((known) => known === visit.url.searchParams.get("da")) ?? null,
  };
});

/** Some photos of a form may be kept although others were refused. */
interface PhotosReply extends FormReply {
  kept: number;
}

interface Place {
  enterpriseId: string;
  productId: string;
}

export const action = door("enterprise.manage").act(async (visit) => {
  const { enterprise, product } = await memberProduct(visit);
  const place = { enterpriseId: enterprise.id, productId: product.id };
  const here = `/quan-ly/${enterprise.id}/san-pham/${product.id}/anh`;
  const received = await readForm(visit.request, { maxFiles: mostPhotos, resumedFor: visit.actor.accountId });
  try {
    if (received.form.get("step") === "caption") return await captionOne(place, received, visit, here);
    if (received.form.has("step")) return await arrange(place, received, visit, here);
    return await add(place, received, visit, here);
  } finally {
    await received.dispose();
  }
});

interface Doing {
  actor: Actor;
  acting: Acting;
  language: Language;
}

async function arrange(place: Place, { form }: ReadForm, { actor, acting, language }: Doing, here: string) {
  const { value } = parseForm(form, arrangeSchema, language);
  if (!value) throw notFound();
  const arranged = await arrangePhotos(place, value, actor, acting);
  if (!arranged.ok) return refusedPhotos(arranged.code, language);
  return redirect(`${here}?da=${value.step === "remove" ? "xoa" : "doi"}`, 303);
}

async function captionOne(place: Place, { form }: ReadForm, { actor, acting, language }: Doing, here: string) {
  const submitted = parseForm(form, captionSchema, language);
  if (!submitted.value) return json<PhotosReply>({ form: submitted.state(), kept: 0 }, 400);
  const captioned = await captionPhoto(place, submitted.value, actor, acting);
  if (!captioned.ok) return refusedPhotos(captioned.code, language);
  return redirect(`${here}?da=mo-ta`, 303);
}

async function add(place: Place, { uploads, problems }: ReadForm, { actor, acting, language }: Doing, here: string) {
  const { files, refused } = await receivePhotos(uploads, problems);
  const added = files.length > 0 ? await addPhotos(place, files, actor, acting) : undefined;
  const errors = refused.map((one) => problemText(one, language));
  if (added?.ok === false) return refusedPhotos(added.code, language, errors);
  if (errors.length === 0) return redirect(`${here}?da=them`, 303);
  return json<PhotosReply>({ form: stateOf(errors), kept: added?.value.added ?? 0 }, 400);
}

type Refusal = Extract<Awaited<ReturnType<typeof addPhotos>>, { ok: false }>["code"];

const stateOf = (errors: readonly string[]) => ({ values: {}, errors: { photos: [...new Set(errors)] } });

/** What speaks against the photos, beside what is wrong with single files. */
function refusedPhotos(code: Refusal, language: Language, others: readonly string[] = []) {
  if (code === "notFound") throw notFound();
  const namespace = code.startsWith("change.")
    ? "reviews:"
    : code.startsWith("photos.")
      ? "products:"
      : "platform:refusal.";
  const errors = [...others, translateCode(language, namespace + code)];
  return json<PhotosReply>({ form: stateOf(errors), kept: 0 }, refusalStatus(code));
}

function problemText({ fileName, code }: { fileName: string; code: PhotoProblem }, language: Language): string {
  const problem = translateCode(language, `platform:${code === "file.type" ? "file.photoType" : code}`);
  return fileName ? translateCode(language, "products:photos.named", { name: fileName, problem }) : problem;
}

export const meta = titleOf;

export default function ProductPhotos() {
  const { enterprise, product, isProposed, done: notice } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const t = useT();
  const form = pageForm(answer?.form);
  const here = `/quan-ly/${enterprise.id}/san-pham/${product.id}`;
  const room = mostPhotos - product.photos.length;
  return (
    <>
      <Breadcrumbs
        label={t("enterprises:crumbs")}
        items={[
          { label: enterprise.name, href: `/quan-ly/${enterprise.id}` },
          { label: product.name, href: here },
          { label: t("products:photos.title") },
        ]}
      />
      <PageHeader title={t("products:photos.title")} lead={t("products:photos.lead")} />
      <Stack>
        {isProposed && (
          <Notice title={t("products:propose.notice")}>
            <p>
              {t("products:propose.photosText")} <a href={here}>{t("products:photos.back")}</a>
            </p>
          </Notice>
        )}
        {notice && !answer && (
          <Notice tone="success" live>
            {t(`products:photos.done.${notice}`)}
          </Notice>
        )}
        <ErrorSummary
          title={answer?.kept ? t("products:photos.kept", { count: answer.kept }) : t("platform:form.errors")}
          errors={form.errors}
        />
        {room > 0 ? (
          <Form upload>
            <UploadField
              form={form}
              name="photos"
              label={t("products:photos.add")}
              hint={t("products:photos.hint", { count: room })}
              accept="image/jpeg,image/png,image/webp"
              multiple
            />
            <FormActions>
              <Button icon="upload">{t("products:photos.submit")}</Button>
              <ButtonLink variant="quiet" href={here}>
                {t("products:photos.back")}
              </ButtonLink>
            </FormActions>
          </Form>
        ) : (
          <Notice>
            <p>
              {t("products:photos.full", { most: mostPhotos })} <a href={here}>{t("products:photos.back")}</a>
            </p>
          </Notice>
        )}
        <Section title={t("products:photos.list")}>
          {product.photos.length > 0 ? (
            <Stack>
              <FormActions>
                <ButtonLink variant="secondary" href={`${here}/anh-san`}>
                  {t("products:cuts.open")}
                </ButtonLink>
              </FormActions>
              <PhotoList photos={product.photos} name={product.name} form={form} />
            </Stack>
          ) : (
            <EmptyState icon="upload" title={t("products:photos.empty")} headingLevel={3}>
              {t("products:photos.emptyText")}
            </EmptyState>
          )}
        </Section>
      </Stack>
    </>
  );
}
