import { type Outlook, outlookTurns } from "~/desk/product-outlook";
import { useT } from "~/platform/i18n";
import { ButtonLink, type IconName, Tag, type TagTone } from "~/ui";

const looks: Record<"owner" | "office" | "nobody", { tone: TagTone; icon: IconName }> = {
  owner: { tone: "warning", icon: "arrow" },
  office: { tone: "info", icon: "clock" },
  nobody: { tone: "neutral", icon: "info" },
};

/** How far a product has come, in one tag. */
export function OutlookTag({ outlook }: { outlook: Outlook }) {
  const t = useT();
  const look =
    outlook === "counted" ? { tone: "success" as const, icon: "check" as const } : looks[outlookTurns[outlook]];
  return <Tag {...look}>{t(`desk:own.outlook.${outlook}`)}</Tag>;
}

export interface OutlookPlace {
  enterpriseId: string;
  productId: string;
  outlook: Outlook;
  /** The certificate that has to be corrected or submitted, where there is one. */
  certificateId: string | null;
}

/** Where the owner does what comes next, with the button's words; undefined when it is not their turn. */
function useNextPlace({ enterpriseId, productId, outlook, certificateId }: OutlookPlace) {
  const t = useT();
  const here = `/quan-ly/${enterpriseId}`;
  switch (outlook) {
    case "register":
      return { href: `${here}/san-pham/${productId}#dang-ky`, label: t("desk:own.act.register") };
    case "submitCertificate":
    case "correctCertificate":
      return { href: `${here}/chung-nhan/${certificateId}`, label: t(`desk:own.act.${outlook}`) };
    case "addCertificate":
    case "renewCertificate":
    case "otherScheme":
      return { href: `${here}/chung-nhan/moi?san-pham=${productId}`, label: t(`desk:own.act.${outlook}`) };
    case "addListing":
    case "replaceListing":
    case "otherMarketplace":
      return { href: `${here}/san-pham/${productId}/tin-dang`, label: t(`desk:own.act.${outlook}`) };
    default:
      return undefined;
  }
}

export function NextButton({ place, variant }: { place: OutlookPlace; variant?: "primary" | "secondary" }) {
  const next = useNextPlace(place);
  return next ? (
    <ButtonLink variant={variant} href={next.href}>
      {next.label}
    </ButtonLink>
  ) : null;
}
