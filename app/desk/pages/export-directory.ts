import { door } from "~/accounts/door.server";
import { exportList } from "~/accounts/export-list.server";
import { areaLabel } from "~/areas/area-label";
import { type DirectoryItem, listDirectory } from "~/desk/directory-queries.server";
import { directoryFilter, readDirectoryQuestion } from "~/desk/read-directory-question.server";
import { dayOf } from "~/platform/day";

/** The directory as a file. */
export const loader = door("public").load((visit) => {
  const { t, language, url, now } = visit;
  const filter = directoryFilter(readDirectoryQuestion(url.searchParams));
  return exportList<DirectoryItem>(visit, {
    title: t("desk:directory.title"),
    key: ({ code }) => code,
    page: async (window) => {
      const { items, total } = await listDirectory(dayOf(now), filter, window);
      return { rows: items, total };
    },
    columns: [
      { title: t("products:export.code"), width: 12, cell: ({ code }) => code },
      { title: t("products:export.name"), width: 40, cell: ({ name }) => name },
      { title: t("products:export.group"), cell: ({ group }) => t(`products:group.${group}`) },
      { title: t("products:export.enterprise"), width: 40, cell: ({ enterpriseName }) => enterpriseName },
      {
        title: t("products:export.area"),
        width: 30,
        cell: ({ areaKind: kind, areaName: name, formerDistrict }) => areaLabel({ kind, name, formerDistrict }, t),
      },
      { title: t("products:export.price"), kind: "money", cell: ({ price }) => price },
      { title: t("products:export.unit"), width: 12, cell: ({ unit }) => unit },
      {
        title: t("products:export.schemes"),
        width: 30,
        cell: ({ schemes }) => schemes.map(({ nameVi, nameEn }) => (language === "vi" ? nameVi : nameEn)).join(", "),
      },
      { title: t("products:export.marketplaces"), cell: ({ marketplaces }) => marketplaces.join(", ") },
    ],
  });
});
