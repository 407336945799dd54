import { FileField, type FileFieldProps } from "~/ui";
import type { PageForm } from "../http/page-form";
import { useT } from "../i18n";

interface UploadFieldProps extends Omit<FileFieldProps, "data" | "children" | "errors"> {
  form: PageForm;
  /** Said at the field before anything is sent; 20 MB unless the page takes less or more. */
  maxBytes?: number | undefined;
  tooLarge?: string | undefined;
}

const usualMaxBytes = 20 * 1024 * 1024;

/**
 * A field for files. Where the page's script runs they are sent ahead while the form is filled in, each continuing after a
 * dropped connection, and the form names them in `<name>Upload`; without it they are sent with the form. The action reads
 * both by `readForm(request, { maxFiles, resumedFor: actor.accountId })`.
 */
export function UploadField({ form, maxBytes = usualMaxBytes, tooLarge, ...field }: UploadFieldProps) {
  const t = useT();
  const kept = form.choices(`${field.name}Upload`).defaultValues;
  return (
    <FileField
      {...field}
      errors={form.field(field.name).errors}
      data={{
        "data-resumable": "/uploads",
        "data-max-bytes": String(maxBytes),
        "data-too-large": tooLarge ?? t("platform:file.tooLarge"),
      }}
    >
      <ul
        className="ui-uploads"
        aria-label={t("platform:upload.label")}
        data-uploads={field.name}
        data-sending={t("platform:upload.sending")}
        data-continuing={t("platform:upload.continuing")}
        data-waiting={t("platform:upload.waiting")}
        data-done={t("platform:upload.done")}
        data-signed-out={t("platform:upload.signedOut")}
        data-failed={t("platform:upload.failed")}
        data-cancel={t("platform:upload.cancel")}
        data-retry={t("platform:upload.retry")}
      >
        {kept.map((value) => (
          <li key={value}>
            {value.slice(value.indexOf(" ") + 1)} <span className="ui-soft">{t("platform:upload.kept")}</span>
            <input type="hidden" name={`${field.name}Upload`} value={value} />
          </li>
        ))}
      </ul>
      <p className="ui-soft" role="status" data-last={t("platform:upload.last")} />
    </FileField>
  );
}
