import { useLoaderData } from "@remix-run/react";
import { door } from "~/accounts/door.server";
import { ReadBackEnterprise, ReadBackProducts } from "~/assistance/components/read-back";
import { areaOf, ownAssisted } from "~/assistance/own-assisted.server";
import { readBackEnterprise, readBackProducts } from "~/assistance/read-back";
import { titleOf } from "~/platform/http/page-title";
import { useT } from "~/platform/i18n";
import { ButtonLink, PageHeader, Section, Stack } from "~/ui";

export const loader = door("registration.assist").load(async (visit) => {
  const { t, actor } = visit;
  const assisted = await ownAssisted(visit);
  return {
    title: t("assistance:sheet.title"),
    here: `/ho-tro/${assisted.id}`,
    typist: actor.name,
    ownerName: assisted.ownerName,
    enterpriseName: assisted.enterpriseName,
    enterprise: readBackEnterprise(assisted, await areaOf(assisted, t), t),
    products: readBackProducts(assisted.products, t),
  };
});

export const meta = titleOf;

export default function AssistedSheet() {
  const t = useT();
  const { title, here, typist, ownerName, enterpriseName, enterprise, products } = useLoaderData<typeof loader>();
  return (
    <Stack>
      <PageHeader
        title={title}
        lead={enterpriseName}
        actions={
          <ButtonLink variant="secondary" href={here}>
            {t("assistance:sheet.back")}
          </ButtonLink>
        }
      />
      <p>{t("assistance:sheet.declaration")}</p>
      <Section title={t("assistance:page.enterprise")}>
        <ReadBackEnterprise items={enterprise} />
      </Section>
      <Section title={t("assistance:page.products")}>
        <ReadBackProducts products={products} />
      </Section>
      <p>{t("assistance:sheet.day")}</p>
      <div className="grid grid-cols-2 gap-8">
        <p className="min-h-32">
          {t("assistance:sheet.owner")}
          <br />
          {ownerName}
        </p>
        <p className="min-h-32">
          {t("assistance:sheet.typist")}
          <br />
          {typist}
        </p>
      </div>
    </Stack>
  );
}
