import { useLocation } from "@remix-run/react";
import { formatNumber } from "../format";
import { useLanguage, useT } from "../i18n";

/** What one file holds at most; the file and the page say when there was more. */
export const mostExportedRows = 50_000;

/** The way to the list on this page as a file, under the filter of the moment; `path` where the list is not the page itself. */
export function ExportLinks({ total, path }: { total: number; path?: string }) {
  const t = useT();
  const language = useLanguage();
  const { pathname, search } = useLocation();
  if (total === 0) return null;
  const query = new URLSearchParams(search);
  query.delete("trang");
  const href = (format: string): string => {
    query.set("dang", format);
    return `${path ?? pathname}/xuat?${query}`;
  };
  return (
    <p className="ui-soft">
      {t("platform:export.download")}{" "}
      <a href={href("xlsx")} rel="nofollow">
        {t("platform:export.xlsx")}
      </a>
      {" · "}
      <a href={href("csv")} rel="nofollow">
        {t("platform:export.csv")}
      </a>
      {total > mostExportedRows && ` ${t("platform:export.limit", { rows: formatNumber(mostExportedRows, language) })}`}
    </p>
  );
}
