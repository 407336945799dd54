import { mobileAsWritten } from "~/accounts/contact";
import { enterpriseSectors, legalForms } from "~/enterprises/enterprise-size";
import type { Translate } from "~/platform/i18n";
import { productGroups } from "~/products/product";
import type { Typed } from "./assisted-form";
import type { ReadBackItem, ReadBackProduct } from "./components/read-back";

const said = (key: string, term: string, value: string | undefined): ReadBackItem[] =>
  value === undefined || value === "" ? [] : [{ key, term, value }];

/** The owner and the enterprise in words, in the order of the form. */
export function readBackEnterprise(
  { ownerName, ownerPhone, enterprise }: { ownerName: string; ownerPhone: string; enterprise: Typed | null },
  areaLabel: string,
  t: Translate,
): ReadBackItem[] {
  const of = (name: string) => enterprise?.[name]?.[0];
  const legalForm = legalForms.find((known) => known === of("legalForm"));
  const sector = enterpriseSectors.find((known) => known === of("sector"));
  return [
    ...said("owner", t("assistance:ownerName"), ownerName),
    ...said("ownerPhone", t("assistance:ownerPhone.label"), ownerPhone && mobileAsWritten(ownerPhone)),
    ...said("taxCode", t("enterprises:fact.taxCode"), of("taxCode")),
    ...said("name", t("enterprises:fact.name"), of("name")),
    ...said("legalForm", t("enterprises:fact.legalForm"), legalForm && t(`enterprises:legalForm.${legalForm}`)),
    ...said("sector", t("enterprises:fact.sector"), sector && t(`enterprises:sector.${sector}`)),
    ...said("area", t("enterprises:fact.area"), areaLabel),
    ...said("address", t("enterprises:fact.address"), of("address")),
    ...said("phone", t("enterprises:fact.phone"), of("phone")),
    ...said("website", t("enterprises:fact.website"), of("website")),
    ...said("year", t("enterprises:form.year"), of("year")),
    ...said("employees", t("enterprises:form.employees"), of("employees")),
    ...said("revenue", t("enterprises:form.revenue"), of("revenue")),
    ...said("capital", t("enterprises:form.capital"), of("capital")),
  ];
}

/** The products in words. */
export function readBackProducts(products: readonly Typed[], t: Translate): ReadBackProduct[] {
  return products.map((typed) => {
    const of = (name: string) => typed[name]?.[0];
    const group = productGroups.find((known) => known === of("group"));
    return {
      id: of("id") ?? "",
      name: of("name") ?? "",
      items: [
        ...said("group", t("products:fact.group"), group && t(`products:group.${group}`)),
        ...said("description", t("products:fact.description"), of("description")),
        ...said("price", t("products:fact.price"), of("price")),
        ...said("unit", t("products:fact.unit"), of("unit")),
        ...said("gtin", t("products:fact.gtin"), of("gtin")),
      ],
    };
  });
}
