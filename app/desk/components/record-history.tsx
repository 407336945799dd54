import type { SerializeFrom } from "@remix-run/node";
import type { History } from "~/desk/history.server";
import type { RecordedSubject } from "~/desk/record-history-queries.server";
import { useT } from "~/platform/i18n";
import { Breadcrumbs, PageHeader } from "~/ui";
import { HistoryView } from "./history";

interface RecordHistoryProps {
  title: string;
  subject: RecordedSubject;
  history: SerializeFrom<History>;
}

/** The history of a subject as officers, leadership and administrators see it. */
export function RecordHistory({ title, subject, history }: RecordHistoryProps) {
  const t = useT();
  return (
    <>
      <Breadcrumbs
        label={t("enterprises:crumbs")}
        items={[
          { label: subject.enterpriseName, href: `/so/co-so/${subject.enterpriseId}` },
          { label: subject.name },
          { label: title },
        ]}
      />
      <PageHeader title={title} lead={subject.name} />
      <HistoryView history={history} restoreAt={null} />
    </>
  );
}
