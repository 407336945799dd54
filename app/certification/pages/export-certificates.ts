import { door } from "~/accounts/door.server";
import { exportList } from "~/accounts/export-list.server";
import { listCertificates, type RegisterRow } from "~/certification/certificate-queries.server";
import { levelWords } from "~/certification/level";
import { readRegisterQuestion, registerFilter } from "~/certification/read-register-question.server";
import { dayOf } from "~/platform/day";

/** The register of certificates as a file. */
export const loader = door("register.read").load((visit) => {
  const { t, language, url, now } = visit;
  const filter = registerFilter(readRegisterQuestion(url.searchParams));
  return exportList<RegisterRow>(visit, {
    title: t("certification:register.title"),
    journalledAs: "certificates",
    key: ({ id }) => id,
    page: (window) => listCertificates(filter, dayOf(now), window),
    columns: [
      { title: t("certification:field.number"), width: 24, cell: ({ number }) => number },
      {
        title: t("certification:field.schemeId"),
        width: 30,
        cell: ({ schemeVi, schemeEn }) => (language === "vi" ? schemeVi : schemeEn),
      },
      { title: t("certification:field.level"), cell: ({ level }) => level && levelWords(t, level) },
      { title: t("certification:register.enterprise"), width: 40, cell: ({ enterpriseName }) => enterpriseName },
      { title: t("certification:field.validFrom"), width: 14, cell: ({ validFrom }) => ({ day: validFrom }) },
      {
        title: t("certification:field.validTo"),
        width: 14,
        cell: ({ validTo }) => (validTo === null ? null : { day: validTo }),
      },
      { title: t("certification:register.products"), width: 12, cell: ({ products }) => products },
      { title: t("certification:register.standing"), cell: ({ status }) => t(`certification:status.${status}`) },
      {
        title: t("certification:register.revokedOn"),
        width: 14,
        cell: ({ revokedOn }) => (revokedOn === null ? null : { day: revokedOn }),
      },
    ],
  });
});
