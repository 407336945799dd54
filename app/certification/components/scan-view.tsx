import { useLocation } from "@remix-run/react";
import { draftFormId } from "~/accounts/components/draft-form";
import { draftAction } from "~/accounts/draft";
import { readScanLook, type ScanLook, scanHref, scanZooms } from "~/certification/scan-address";
import { useT } from "~/platform/i18n";
import { shortcutData } from "~/reviews/components/shortcut-help";
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

const isPdf = (scan: Scan): boolean => scan.mediaType === "application/pdf";
const photoWidth = 1200;
const pdfWidths: Readonly<Record<number, number>> = { 1: 1200, 2: 2000, 3: 2000 };

function pictureAddress(scan: Scan, { page, zoom, turn }: ScanLook): string {
  const width = isPdf(scan) ? (pdfWidths[zoom] ?? photoWidth) : photoWidth;
  return `/tep/${scan.id}/trang/${page}?rong=${width}${turn ? `&xoay=${turn}` : ""}`;
}

interface ScanViewProps {
  /** What the paper is, where it is not a certificate. */
  title?: string;
  scan: Scan | null;
  pages: Pages;
  /** A form that is kept while it is filled in stands on the page. */
  besideForm?: boolean;
}

/**
 * The scan beside the claim as a picture, so that it needs no PDF reader: one page at a time, larger and turned by plain
 * links, or where a form stands beside it by buttons that keep what is typed there on the way. The page's script exchanges
 * the viewer alone.
 */
export function ScanView({ title, scan, pages, besideForm = false }: ScanViewProps) {
  const t = useT();
  const { search } = useLocation();
  if (!scan) return <p>{t("certification:scan.none")}</p>;
  const look = readScanLook(search, pages.shown);
  return (
    <Section title={title ?? t("certification:field.scan")} id="ban-chup">
      <div id="khung-ban-chup" data-scan-viewer="">
        {pages.shown === 0 ? (
          <p>{t("certification:scan.notShown")}</p>
        ) : (
          <>
            <ScanSteps look={look} pages={pages} search={search} besideForm={besideForm} />
            <section className="ui-scan-box" aria-label={t("certification:scan.region")} {...scrolledByKeys}>
              <img
                className={`ui-scan-picture ui-scan-zoom-${look.zoom}`}
                src={pictureAddress(scan, look)}
                alt={
                  isPdf(scan)
                    ? t("certification:scan.pageAlt", { page: look.page, total: pages.total })
                    : t("certification:scan.alt")
                }
                loading="lazy"
              />
            </section>
          </>
        )}
      </div>
      {pages.shown < pages.total && <p>{t("certification:scan.more", { shown: pages.shown, total: pages.total })}</p>}
      <p>
        {isPdf(scan) ? (
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

// What scrolls must be reachable without a pointer.
const scrolledByKeys = { tabIndex: 0 } as const;

interface ScanStepsProps {
  look: ScanLook;
  pages: Pages;
  search: string;
  besideForm: boolean;
}

function ScanSteps({ look, pages, search, besideForm }: ScanStepsProps) {
  const t = useT();
  const step = (key: string, label: string, to: Partial<ScanLook> | undefined, shortcut?: string) => {
    if (!to) return null;
    const address = scanHref(search, { ...look, ...to });
    const marks = { "data-scan-step": key, ...shortcutData(shortcut) };
    if (!besideForm) {
      return (
        <a key={key} href={address} {...marks}>
          {label}
        </a>
      );
    }
    const action = `${draftAction(address.split("#")[0] ?? "", "luu-tam")}#ban-chup`;
    return (
      <button key={key} type="submit" form={draftFormId} formAction={action} data-scan-href={address} {...marks}>
        {label}
      </button>
    );
  };
  const { page, zoom, turn } = look;
  const larger = scanZooms.find((one) => one > zoom);
  const smaller = scanZooms.findLast((one) => one < zoom);
  return (
    <nav className="ui-scan-steps" aria-label={t("certification:scan.steps")}>
      <strong aria-live="polite">{t("certification:scan.page", { page, total: pages.total })}</strong>
      {step("before", t("certification:scan.before"), page > 1 ? { page: page - 1 } : undefined, "P")}
      {step("after", t("certification:scan.after"), page < pages.shown ? { page: page + 1 } : undefined, "S")}
      {step("larger", t("certification:scan.larger"), larger === undefined ? undefined : { zoom: larger })}
      {step("smaller", t("certification:scan.smaller"), smaller === undefined ? undefined : { zoom: smaller })}
      {step("left", t("certification:scan.left"), { turn: turn - 90 })}
      {step("right", t("certification:scan.right"), { turn: turn + 90 })}
    </nav>
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
