import { Pagination } from "~/ui";
import { formatNumber } from "../format";
import { useLanguage, useT } from "../i18n";
import { ExportLinks } from "./export-links";

interface ListPagesProps {
  page: { number: number; size: number; previous?: string; next?: string };
  total: number;
  /** There are more than were counted. */
  isMore?: boolean;
  /** Whether the list can be taken along as a file, at its own address followed by /xuat. */
  exportable?: boolean;
}

/** Where one is in a list, and the way to its other pages. */
export function ListPages({ page, total, isMore = false, exportable = false }: ListPagesProps) {
  const t = useT();
  const language = useLanguage();
  const number = (value: number) => formatNumber(value, language);
  if (total === 0) return null;
  const from = (page.number - 1) * page.size + 1;
  const pages = (
    <Pagination
      label={t("platform:list.label")}
      position={t("platform:list.position", {
        from: number(Math.min(from, total)),
        to: number(Math.min(total, page.number * page.size)),
        total: isMore ? `${number(total - 1)}+` : number(total),
      })}
      previous={page.previous ? { href: page.previous, label: t("platform:list.previous") } : undefined}
      next={page.next ? { href: page.next, label: t("platform:list.next") } : undefined}
    />
  );
  if (!exportable) return pages;
  return (
    <>
      {pages}
      <ExportLinks total={total} />
    </>
  );
}
