import { useT } from "~/platform/i18n";
import { Section } from "~/ui";

interface Scan {
  id: string;
  mediaType: string;
  name: string;
}

interface Pages {
  total: number;
  shown: number;
}

/** The scan beside the claim, page by page as pictures, so that it needs no PDF reader; each opens larger. */
export function ScanView({ scan, pages }: { scan: Scan | null; pages: Pages }) {
  const t = useT();
  if (!scan) return <p>{t("certification:scan.none")}</p>;
  return (
    <Section title={t("certification:field.scan")}>
      {pages.shown === 0 && <p>{t("certification:scan.notShown")}</p>}
      {Array.from({ length: pages.shown }, (_, index) => index + 1).map((page) => (
        <ScanPage key={page} scan={scan} page={page} total={pages.total} />
      ))}
      {pages.shown < pages.total && <p>{t("certification:scan.more", { shown: pages.shown, total: pages.total })}</p>}
      <p>
        {scan.mediaType === "application/pdf" ? (
          <a href={`/tep/${scan.id}`}>{t("certification:scan.download", { name: scan.name })}</a>
        ) : (
          <a href={`/tep/${scan.id}`} target="_blank" rel="noreferrer">
            {t("certification:scan.open", { name: scan.name })}
          </a>
        )}
      </p>
    </Section>
  );
}

function ScanPage({ scan, page, total }: { scan: Scan; page: number; total: number }) {
  const t = useT();
  const isPdf = scan.mediaType === "application/pdf";
  const picture = `/tep/${scan.id}/trang/${page}`;
  return (
    <figure className="ui-scan">
      <a href={isPdf ? `${picture}?rong=2000` : `/tep/${scan.id}`} target="_blank" rel="noreferrer">
        <img
          src={picture}
          alt={isPdf ? t("certification:scan.pageAlt", { page, total }) : t("certification:scan.alt")}
          {...(isPdf && { width: 1200, height: 1697 })}
          loading={page === 1 ? "eager" : "lazy"}
        />
      </a>
      {isPdf && <figcaption>{t("certification:scan.page", { page, total })}</figcaption>}
    </figure>
  );
}

/** The first page, small, for those who know the scan; opens the file. */
export function ScanThumbnail({ scan, pages }: { scan: Scan; pages: Pages }) {
  const t = useT();
  return (
    <>
      {pages.shown > 0 && (
        <figure className="ui-scan ui-scan-small">
          <a href={`/tep/${scan.id}`}>
            <img src={`/tep/${scan.id}/trang/1?rong=640`} alt={t("certification:scan.alt")} loading="lazy" />
          </a>
        </figure>
      )}
      <p>
        <a href={`/tep/${scan.id}`}>{scan.name}</a>
      </p>
    </>
  );
}
