import { door } from "~/accounts/door.server";
import { exportList } from "~/accounts/export-list.server";
import { readRegisterQuestion, registerFilter } from "~/listings/read-register-question.server";
import { type ListingRegisterRow, listListings } from "~/listings/register-queries.server";
import { dayOf } from "~/platform/day";

/** The register of listings as a file. */
export const loader = door("register.read").load((visit) => {
  const { t, url, now } = visit;
  const filter = registerFilter(readRegisterQuestion(url.searchParams));
  return exportList<ListingRegisterRow>(visit, {
    title: t("listings:register.title"),
    journalledAs: "listings",
    key: ({ id }) => id,
    page: (window) => listListings(filter, dayOf(now), window),
    columns: [
      { title: t("listings:register.product"), width: 40, cell: ({ productName }) => productName },
      { title: t("listings:register.marketplace"), cell: ({ marketplaceName }) => marketplaceName },
      { title: t("listings:register.key"), width: 24, cell: ({ key }) => key },
      { title: t("listings:register.enterprise"), width: 40, cell: ({ enterpriseName }) => enterpriseName },
      { title: t("listings:register.status"), cell: ({ status }) => t(`listings:status.${status}`) },
      {
        title: t("listings:register.lapsesOn"),
        width: 14,
        cell: ({ lapsesOn }) => (lapsesOn === null ? null : { day: lapsesOn }),
      },
    ],
  });
});
