import { useT } from "~/platform/i18n";
import { ButtonLink, FormActions, Section, Stack, SummaryList, VisuallyHidden } from "~/ui";

/** Where the listing is on its marketplace, to be opened beside what was registered. */
export function MarketplacePage({ listing }: { listing: { marketplaceName: string; key: string; url: string } }) {
  const t = useT();
  return (
    <Section title={t("listings:confirm.page")} lead={t("listings:confirm.pageText")}>
      <Stack>
        <SummaryList
          items={[
            { key: "key", term: t("listings:confirm.key"), value: listing.key },
            { key: "url", term: t("listings:confirm.address"), value: listing.url },
          ]}
        />
        <FormActions>
          <ButtonLink href={listing.url} target="_blank" rel="noreferrer" icon="external">
            {t("listings:confirm.openPage", { marketplace: listing.marketplaceName })}
            <VisuallyHidden> {t("listings:add.openNew")}</VisuallyHidden>
          </ButtonLink>
        </FormActions>
      </Stack>
    </Section>
  );
}
