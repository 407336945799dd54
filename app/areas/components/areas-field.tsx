import type { PageForm } from "~/platform/http/page-form";
import { useT } from "~/platform/i18n";
import { TextArea } from "~/ui";

/** Several areas by their names, one on each line; a hint before the usual one says for whom, where not for everyone. */
export function AreasField({ form, hint }: { form: PageForm; hint?: string }) {
  const t = useT();
  return (
    <TextArea
      {...form.field("areas")}
      label={t("areas:areas.label")}
      hint={[hint, t("areas:areas.hint")].filter(Boolean).join(" ")}
      rows={4}
      spellCheck={false}
      required={hint === undefined}
    />
  );
}
