import { useLoaderData } from "@remix-run/react";
import { door } from "~/accounts/door.server";
import { memberCertificate } from "~/certification/member-certificate.server";
import { HistoryView } from "~/desk/components/history";
import { historyOf } from "~/desk/history.server";
import { dayOf } from "~/platform/day";
import { titleOf } from "~/platform/http/page-title";
import { useT } from "~/platform/i18n";
import { Breadcrumbs, PageHeader } from "~/ui";

// Where an earlier version is brought back, by how the certificate stands.
const restorePlaces: Readonly<Partial<Record<string, string>>> = { draft: "sua", returned: "sua", verified: "de-xuat" };

export const loader = door("enterprise.manage").load(async ({ params, actor, t, language, now, url }) => {
  const { id, number, status, enterpriseId, enterpriseName } = await memberCertificate({ params, actor });
  const reader = { t, language, accountId: actor.accountId, isStaff: false, today: dayOf(now) };
  const place = restorePlaces[status];
  const here = `/quan-ly/${enterpriseId}/chung-nhan/${id}`;
  return {
    title: t("desk:history.title"),
    enterprise: { id: enterpriseId, name: enterpriseName },
    number,
    here,
    restoreAt: place === undefined ? null : `${here}/${place}`,
    history: await historyOf({ kind: "certificate", id }, url, reader),
  };
});

export const meta = titleOf;

export default function CertificateHistory() {
  const { title, enterprise, number, here, restoreAt, history } = useLoaderData<typeof loader>();
  const t = useT();
  return (
    <>
      <Breadcrumbs
        label={t("enterprises:crumbs")}
        items={[
          { label: enterprise.name, href: `/quan-ly/${enterprise.id}` },
          { label: number, href: here },
          { label: title },
        ]}
      />
      <PageHeader title={title} lead={t("desk:history.lead")} />
      <HistoryView history={history} restoreAt={restoreAt} />
    </>
  );
}
