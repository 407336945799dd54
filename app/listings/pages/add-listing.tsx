import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { door, notFound } from "~/accounts/door.server";
import { type AddListingResult, addListing } from "~/listings/add-listing.server";
import { askRecheck } from "~/listings/ask-recheck.server";
import { OwnListings } from "~/listings/components/own-listings";
import { listingFormSchema } from "~/listings/listing-form";
import { findMemberProduct, listProductListings } from "~/listings/listing-queries.server";
import { listMarketplaceChoices } from "~/listings/marketplace-queries.server";
import { canAskRecheck } from "~/listings/recheck";
import { removeListing } from "~/listings/remove-listing.server";
import { dayOf } from "~/platform/day";
import { formatDay } from "~/platform/format";
import { badForm, parseForm, refusedForm } from "~/platform/http/form.server";
import { pageForm } from "~/platform/http/page-form";
import { titleOf } from "~/platform/http/page-title";
import { uuidParam } from "~/platform/http/params.server";
import { readForm } from "~/platform/http/read-form.server";
import { type Language, translator, useT } from "~/platform/i18n";
import {
  Breadcrumbs,
  Button,
  ButtonLink,
  ErrorSummary,
  Form,
  FormActions,
  HiddenField,
  Notice,
  PageHeader,
  Section,
  TextField,
} from "~/ui";

const outcomes = ["added", "removed", "rechecked"] as const;

export const loader = door("enterprise.manage").load(async ({ params, actor, t, url, now, heldForm }) => {
  const enterpriseId = uuidParam(params.enterpriseId);
  const productId = uuidParam(params.productId);
  const product = await findMemberProduct(productId, enterpriseId, actor.accountId);
  if (!product) throw notFound();
  const today = dayOf(now);
  const listings = await listProductListings(productId, today);
  const marketplaces = await listMarketplaceChoices(today);
  return {
    title: t("listings:add.title", { product: product.name }),
    id: crypto.randomUUID(),
    enterpriseId,
    product,
    marketplaces: marketplaces.filter(({ isRecognised }) => isRecognised).map(({ name }) => name),
    listings: listings.map((listing) => ({
      ...listing,
      mayAskRecheck:
        product.status === "registered" &&
        listing.isRecognised &&
        !listing.hasOpenReview &&
        canAskRecheck(listing, today),
    })),
    done: outcomes.find((outcome) => outcome === url.searchParams.get("da")),
    held: await heldForm(),
  };
});

type Refused = Exclude<AddListingResult, { ok: true }>;

/** What stands in the way of a pasted address, at its field; undefined for a refusal that needs no names. */
function namedRefusal(refused: Refused, language: Language): string | undefined {
  const t = translator(language);
  switch (refused.code) {
    case "url.takenBySame":
    case "url.takenElsewhere":
      return t(`listings:${refused.code}`, { marketplace: refused.marketplace });
    case "url.takenHere":
      return t("listings:url.takenHere", { marketplace: refused.marketplace, product: refused.product });
    case "url.notRecognised":
    case "url.notYetRecognised":
      return t(`listings:${refused.code}`, {
        marketplace: refused.marketplace,
        day: formatDay(refused.day, language),
      });
    default:
      return undefined;
  }
}

export const action = door("enterprise.manage").act(async ({ request, params, actor, language, acting }) => {
  const enterpriseId = uuidParam(params.enterpriseId);
  const productId = uuidParam(params.productId);
  if (!(await findMemberProduct(productId, enterpriseId, actor.accountId))) throw notFound();
  const submitted = parseForm((await readForm(request)).form, listingFormSchema, language);
  if (!submitted.value) return badForm(submitted);
  const here = `/quan-ly/${enterpriseId}/san-pham/${productId}/tin-dang`;
  const refused = (code: string) => {
    if (code === "notFound") throw notFound();
    return refusedForm(submitted, { language, namespace: "listings", code });
  };
  const step = submitted.value;
  if (step.action === "remove") {
    const removed = await removeListing({ enterpriseId, productId, ...step }, actor, acting);
    return removed.ok ? redirect(`${here}?da=removed`) : refused(removed.code);
  }
  if (step.action === "recheck") {
    const asked = await askRecheck({ enterpriseId, productId, ...step }, actor, acting);
    return asked.ok ? redirect(`${here}?da=rechecked`) : refused(asked.code);
  }
  const added = await addListing({ enterpriseId, productId, id: step.id, url: step.url }, actor, acting);
  if (added.ok) return redirect(`${here}?da=added`);
  const words = namedRefusal(added, language);
  return words === undefined ? refused(added.code) : badForm(submitted, { url: [words] });
});

export const meta = titleOf;

export default function AddListing() {
  const t = useT();
  const { title, id, enterpriseId, product, marketplaces, listings, done, held } = useLoaderData<typeof loader>();
  const form = pageForm(useActionData<typeof action>()?.form ?? held);
  const productHref = `/quan-ly/${enterpriseId}/san-pham/${product.id}`;
  return (
    <>
      <Breadcrumbs
        label={t("listings:breadcrumbs")}
        items={[
          { label: product.enterpriseName, href: `/quan-ly/${enterpriseId}` },
          { label: product.name, href: productHref },
          { label: t("listings:title") },
        ]}
      />
      <PageHeader title={title} lead={t("listings:add.lead")} />
      <ErrorSummary title={t("platform:form.errors")} errors={form.errors} />
      {done && form.errors.length === 0 && (
        <Notice tone="success" live>
          <p>{t(`listings:add.done.${done}`)}</p>
        </Notice>
      )}
      {product.status === "registered" ? (
        <Section
          title={t("listings:add.form")}
          lead={t("listings:add.marketplaces", { names: marketplaces.join(", ") })}
        >
          <Form>
            <HiddenField name="id" value={form.value("id") ?? id} />
            <TextField
              {...form.field("url")}
              type="url"
              inputMode="url"
              autoComplete="off"
              spellCheck={false}
              label={t("listings:url.label")}
              hint={t("listings:url.hint")}
              required
            />
            <FormActions>
              <Button name="action" value="add">
                {t("listings:add.submit")}
              </Button>
              <ButtonLink variant="quiet" href={productHref}>
                {t("listings:add.back")}
              </ButtonLink>
            </FormActions>
          </Form>
        </Section>
      ) : (
        <Notice tone="warning">
          <p>{t(product.status === "draft" ? "listings:product.draft" : "listings:product.withdrawn")}</p>
        </Notice>
      )}
      <OwnListings listings={listings} />
    </>
  );
}
