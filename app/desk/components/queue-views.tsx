import type { PageForm } from "~/platform/http/page-form";
import { useLanguage, useT } from "~/platform/i18n";
import { countWords } from "~/reviews/capped-count";
import { Button, Checkbox, Disclosure, Form, FormActions, HiddenField, Tabs, TextField } from "~/ui";

interface View {
  id: string;
  name: string;
  query: string;
  isDefault: boolean;
}

interface QueueViewTabsProps {
  views: readonly View[];
  query: string;
  counts: { all: number; overdue: number; mine: number };
}

/** The views that everyone has, and those that this officer keeps. */
export function QueueViewTabs({ views, query, counts }: QueueViewTabsProps) {
  const t = useT();
  const language = useLanguage();
  return (
    <Tabs
      label={t("desk:queue.views")}
      items={[
        {
          href: "/tham-dinh?xem=tat-ca",
          label: t("desk:queue.all"),
          count: countWords(counts.all, language),
          current: query === "",
        },
        {
          href: "/tham-dinh?han=qua-han",
          label: t("desk:queue.dueIs.qua-han"),
          count: countWords(counts.overdue, language),
          current: query === "han=qua-han",
        },
        {
          href: "/tham-dinh?cuaToi=1",
          label: t("desk:queue.mine"),
          count: countWords(counts.mine, language),
          current: query === "cuaToi=1",
        },
        ...views.map((view) => ({
          href: `/tham-dinh?${view.query || "xem=tat-ca"}`,
          label: view.name,
          current: query !== "" && view.query === query,
        })),
      ]}
    />
  );
}

/** Keeps the filter on screen under a name, and forgets kept ones. */
export function QueueViewForms({ form, views, query }: { form: PageForm; views: readonly View[]; query: string }) {
  const t = useT();
  return (
    <Disclosure summary={t("desk:queue.keepView")} open={form.errors.length > 0}>
      <Form action={`/tham-dinh?${query || "xem=tat-ca"}`}>
        <TextField {...form.field("name")} label={t("desk:queue.viewName")} width="medium" autoComplete="off" />
        <Checkbox name="isDefault" label={t("desk:queue.viewDefault")} defaultChecked={form.isChecked("isDefault")} />
        <FormActions>
          <Button variant="secondary" name="action" value="keep-view">
            {t("desk:queue.keep")}
          </Button>
        </FormActions>
      </Form>
      {views.map((view) => (
        <Form key={view.id} action={`/tham-dinh?${query || "xem=tat-ca"}`} label={view.name}>
          <HiddenField name="id" value={view.id} />
          <FormActions>
            <span>
              {view.name}
              {view.isDefault && ` (${t("desk:queue.isDefault")})`}
            </span>
            <Button variant="quiet" name="action" value="drop-view">
              {t("desk:queue.drop", { name: view.name })}
            </Button>
          </FormActions>
        </Form>
      ))}
    </Disclosure>
  );
}
