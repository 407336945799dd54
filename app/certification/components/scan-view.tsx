import { useT } from "~/platform/i18n";
import { Section } from "~/ui";

interface Scan {
  id: string;
  mediaType: string;
  name: string;
}

/** The scan beside the claim: a picture is shown here, a PDF opens in a window of its own. */
export function ScanView({ scan }: { scan: Scan | null }) {
  const t = useT();
  if (!scan) return <p>{t("certification:scan.none")}</p>;
  const href = `/tep/${scan.id}`;
  return (
    <Section title={t("certification:field.scan")}>
      {scan.mediaType === "application/pdf" ? (
        <p>{t("certification:scan.pdf")}</p>
      ) : (
        <a href={href} target="_blank" rel="noreferrer">
          <img className="ui-scan" src={href} alt={t("certification:scan.alt")} />
        </a>
      )}
      <p>
        <a href={href} target="_blank" rel="noreferrer">
          {t("certification:scan.open", { name: scan.name })}
        </a>
      </p>
    </Section>
  );
}
