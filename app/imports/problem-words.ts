import { type Language, translateCode } from "~/platform/i18n";
import type { ImportKind, RowProblem } from "./import-kind";

/** One problem of a row in words: column, value, message, suggestion. */
export interface ProblemWords {
  column: string;
  value: string;
  message: string;
  suggestion: string;
}

/** What is wrong with a row, in the reader's language. */
export function problemWords(kind: Pick<ImportKind, "fields">, problem: RowProblem, language: Language): ProblemWords {
  const field = kind.fields.find(({ name }) => name === problem.field);
  const words = Object.fromEntries(
    Object.entries(problem.words ?? {}).map(([name, key]) => [name, translateCode(language, key)]),
  );
  return {
    column: field ? translateCode(language, field.label) : "",
    value: problem.value ?? "",
    message: translateCode(language, problem.code, { ...problem.params, ...words }),
    suggestion: problem.suggestion ?? "",
  };
}

/** The same in one line, for the column of a file. */
export function problemLine(words: ProblemWords, language: Language): string {
  const { column, message, suggestion } = words;
  const hint = suggestion && translateCode(language, "imports:row.suggestion", { suggestion });
  return [column && `${column}:`, message, hint].filter(Boolean).join(" ");
}
