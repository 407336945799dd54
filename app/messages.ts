import { en as accountsEn } from "./accounts/messages.en";
import { vi as accountsVi } from "./accounts/messages.vi";
import { en as areasEn } from "./areas/messages.en";
import { vi as areasVi } from "./areas/messages.vi";
import { en as assistanceEn } from "./assistance/messages.en";
import { vi as assistanceVi } from "./assistance/messages.vi";
import { en as certificationEn } from "./certification/messages.en";
import { vi as certificationVi } from "./certification/messages.vi";
import { en as deskEn } from "./desk/messages.en";
import { vi as deskVi } from "./desk/messages.vi";
import { en as enterprisesEn } from "./enterprises/messages.en";
import { vi as enterprisesVi } from "./enterprises/messages.vi";
import { en as importsEn } from "./imports/messages.en";
import { vi as importsVi } from "./imports/messages.vi";
import { en as listingsEn } from "./listings/messages.en";
import { vi as listingsVi } from "./listings/messages.vi";
import { en as maturityEn } from "./maturity/messages.en";
import { vi as maturityVi } from "./maturity/messages.vi";
import { loadMessages } from "./platform/i18n";
import { en as platformEn } from "./platform/messages.en";
import { vi as platformVi } from "./platform/messages.vi";
import { en as productsEn } from "./products/messages.en";
import { vi as productsVi } from "./products/messages.vi";
import { en as reviewsEn } from "./reviews/messages.en";
import { vi as reviewsVi } from "./reviews/messages.vi";
import { en as targetsEn } from "./targets/messages.en";
import { vi as targetsVi } from "./targets/messages.vi";

export const catalogues = {
  vi: {
    accounts: accountsVi,
    areas: areasVi,
    imports: importsVi,
    reviews: reviewsVi,
    enterprises: enterprisesVi,
    products: productsVi,
    assistance: assistanceVi,
    certification: certificationVi,
    listings: listingsVi,
    maturity: maturityVi,
    targets: targetsVi,
    desk: deskVi,
    platform: platformVi,
  },
  en: {
    accounts: accountsEn,
    areas: areasEn,
    imports: importsEn,
    reviews: reviewsEn,
    enterprises: enterprisesEn,
    products: productsEn,
    assistance: assistanceEn,
    certification: certificationEn,
    listings: listingsEn,
    maturity: maturityEn,
    targets: targetsEn,
    desk: deskEn,
    platform: platformEn,
  },
};

loadMessages(catalogues);

type CapabilityCatalogues = Omit<typeof catalogues.vi, "platform">;

declare module "./platform/i18n" {
  interface Catalogues extends CapabilityCatalogues {}
}
