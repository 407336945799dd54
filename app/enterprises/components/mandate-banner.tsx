import { formatInstant } from "~/platform/format";
import { useLanguage, useT } from "~/platform/i18n";
import { Button, HiddenField, Notice, Stack } from "~/ui";

export interface ShownMandate {
  id: string;
  enterpriseId: string;
  enterpriseName: string;
  endsAt: string;
}

/** Says on every page of who acts on behalf of an enterprise that they do, and lets them stop. */
export function MandateBanner({ mandates }: { mandates: readonly ShownMandate[] }) {
  const t = useT();
  const language = useLanguage();
  return mandates.map(({ id, enterpriseId, enterpriseName, endsAt }) => (
    <Notice key={id} tone="warning" title={t("enterprises:mandate.banner.title")}>
      <Stack gap="tight">
        <p>
          <a href={`/quan-ly/${enterpriseId}`}>{enterpriseName}</a>{" "}
          {t("enterprises:mandate.banner.until", { until: formatInstant(endsAt, language) })}
        </p>
        <form method="post" action="/lam-thay/ket-thuc">
          <HiddenField name="id" value={id} />
          <Button variant="secondary">
            {t("enterprises:mandate.banner.end")} <span className="ui-hidden">{enterpriseName}</span>
          </Button>
        </form>
      </Stack>
    </Notice>
  ));
}
