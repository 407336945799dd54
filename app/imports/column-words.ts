import { type MessageKey, translateCode } from "~/platform/i18n";
import type { SheetField } from "~/platform/sheets/sheet-columns";
import type { ImportKind } from "./import-kind";
import { resultTitles } from "./result-titles";

/** What a column of an uploaded table can be taken for: a field, or one that is ignored for a reason. */
export interface KnownColumn extends SheetField {
  field: string | null;
  reason: string | null;
}

const bothLanguages = (key: MessageKey): string[] => [translateCode("vi", key), translateCode("en", key)];

/** Every title by which a kind knows a column: of its fields, of what it ignores, and of the portal's own result columns. */
export function knownColumns({ fields, ignored }: Pick<ImportKind, "fields" | "ignored">): KnownColumn[] {
  const own = fields.map(({ name, label, aliases }) => ({
    name,
    aliases: [name, ...bothLanguages(label), ...aliases],
    field: name,
    reason: null,
  }));
  // Each title by itself: a table may hold several columns that are ignored for one reason.
  const passed = ignored.flatMap(({ aliases, reason }) =>
    aliases.map((title) => ({ title, reason: reason as string })),
  );
  const results = resultTitles.flatMap((key) =>
    bothLanguages(key).map((title) => ({ title, reason: "imports:ignored.result" })),
  );
  return [
    ...own,
    ...[...passed, ...results].map(({ title, reason }, index) => ({
      name: `ignored.${index}`,
      aliases: [title],
      field: null,
      reason,
    })),
  ];
}
