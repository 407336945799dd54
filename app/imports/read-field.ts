import type { CellRead } from "~/platform/sheets/read-cell";
import { readText } from "~/platform/sheets/read-cell";
import type { Cell } from "~/platform/sheets/sheet";
import type { ImportValue, Reading } from "./import-kind";

/** A field that reads its cells as the platform does, with the platform's refusals. */
export const readAs =
  (read: (cell: Cell) => CellRead<ImportValue>) =>
  (cell: Cell): Reading => {
    const found = read(cell);
    return found.ok ? found : { ...found, code: `platform:${found.code}` };
  };

/** A field of words, at most so many characters; `tooLong` is the code of the refusal beyond. */
export const readWords =
  (longest: number, tooLong: string) =>
  (cell: Cell): Reading => {
    const text = readAs(readText)(cell);
    return text.ok && typeof text.value === "string" && text.value.length > longest
      ? { ok: false, code: tooLong }
      : text;
  };
