import { useT } from "~/platform/i18n";
import type { ServiceTimeRow } from "~/reviews/calendar-queries.server";
import { Button, Cluster, Form, HiddenField, TextField } from "~/ui";

/** One small form for each kind of review: within how many working days it should be decided. */
export function ServiceTimeForms({ times }: { times: readonly ServiceTimeRow[] }) {
  const t = useT();
  return times.map(({ kind, workingDays, version }) => {
    const label = t("reviews:serviceTime.days", { kind: t(`reviews:kind.${kind}`) });
    return (
      <Form key={kind} label={label}>
        <HiddenField name="kind" value={kind} />
        <HiddenField name="version" value={version} />
        <Cluster>
          <TextField
            id={`working-days-${kind}`}
            name="workingDays"
            label={label}
            defaultValue={String(workingDays)}
            inputMode="numeric"
            width="short"
          />
          <Button variant="secondary" name="action" value="time">
            {t("reviews:serviceTime.save")}
          </Button>
        </Cluster>
      </Form>
    );
  });
}
