import { CertificateStandingTag } from "~/certification/components/certificate-tags";
import type { JudgedProduct } from "~/desk/judge-product";
import { ListingStatusTag } from "~/listings/components/listing-status-tag";
import type { Day } from "~/platform/day";
import { useLanguage, useT } from "~/platform/i18n";
import type { MemberProduct } from "~/products/product-queries.server";
import { ButtonLink, Section, SummaryList } from "~/ui";

interface OwnProductProofsProps {
  enterpriseId: string;
  product: Pick<MemberProduct, "id" | "status">;
  judged: JudgedProduct;
  today: Day;
}

/** What makes a product count: the certificates that cover it and its listings, as they stand today. */
export function OwnProductProofs({ enterpriseId, product, judged, today }: OwnProductProofsProps) {
  const t = useT();
  const language = useLanguage();
  const here = `/quan-ly/${enterpriseId}`;
  const isOpen = product.status !== "withdrawn";
  return (
    <>
      <Section
        title={t("desk:ownProduct.certificates")}
        actions={
          isOpen && (
            <ButtonLink variant="secondary" href={`${here}/chung-nhan/moi?san-pham=${product.id}`}>
              {t("desk:own.addCertificate")}
            </ButtonLink>
          )
        }
      >
        {judged.coverages.length === 0 ? (
          <p>{t("desk:ownProduct.noCertificates")}</p>
        ) : (
          <SummaryList
            items={judged.coverages.map((coverage) => ({
              key: coverage.certificateId,
              term: language === "vi" ? coverage.schemeVi : coverage.schemeEn,
              value: (
                <>
                  <a href={`${here}/chung-nhan/${coverage.certificateId}`}>{coverage.number}</a>{" "}
                  <CertificateStandingTag certificate={coverage} today={today} />
                </>
              ),
            }))}
          />
        )}
      </Section>
      <Section
        title={t("desk:ownProduct.listings")}
        actions={
          product.status === "registered" && (
            <ButtonLink variant="secondary" href={`${here}/san-pham/${product.id}/tin-dang`}>
              {t("desk:ownProduct.manageListings")}
            </ButtonLink>
          )
        }
      >
        {judged.listings.length === 0 ? (
          <p>{t("desk:ownProduct.noListings")}</p>
        ) : (
          <SummaryList
            items={judged.listings.map(({ id, marketplace, url, standing, isRecognised }) => ({
              key: id,
              term: marketplace,
              value: (
                <>
                  <ListingStatusTag standing={standing} isRecognised={isRecognised} />{" "}
                  <a href={url} rel="noreferrer">
                    {t("desk:ownProduct.openListing", { marketplace })}
                  </a>
                </>
              ),
            }))}
          />
        )}
      </Section>
    </>
  );
}
