import { stringify } from "csv-stringify/sync";

/** Rows of CSV (RFC 4180: CRLF, quotes only where needed). */
export const csvLines = (lines: readonly (readonly string[])[]): string =>
  stringify(
    lines.map((cells) => [...cells]),
    { record_delimiter: "windows", quoted_match: /[\r\n]/ },
  );
