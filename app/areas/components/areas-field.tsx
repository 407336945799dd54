import type { PageForm } from "~/platform/http/page-form";
import { useT } from "~/platform/i18n";
import { TextArea } from "~/ui";

/** Several areas by their names, one on each line. */
export function AreasField({ form }: { form: PageForm }) {
  const t = useT();
  return (
    <TextArea
      {...form.field("areas")}
      label={t("areas:areas.label")}
      hint={t("areas:areas.hint")}
      rows={4}
      spellCheck={false}
      required
    />
  );
}
