import { useLoaderData } from "@remix-run/react";
import { door, notFound } from "~/accounts/door.server";
import { TextMessageTable } from "~/desk/components/text-message-table";
import { listTextMessages, textsPerPage } from "~/desk/text-message-queries.server";
import { environment } from "~/platform/env.server";
import { titleOf } from "~/platform/http/page-title";
import { useT } from "~/platform/i18n";
import { EmptyState, PageHeader, Stack } from "~/ui";

export const loader = door("open").load(async ({ t }) => {
  if (environment().PORTAL_MODE !== "demo") throw notFound();
  const { messages } = await listTextMessages({ recipient: "", limit: textsPerPage, offset: 0 });
  return { title: t("desk:texts.demoTitle"), messages };
});

export const meta = titleOf;

export default function DemoTexts() {
  const t = useT();
  const { messages } = useLoaderData<typeof loader>();
  return (
    <Stack>
      <PageHeader title={t("desk:texts.demoTitle")} lead={t("desk:texts.demoLead")} />
      {messages.length === 0 ? (
        <EmptyState title={t("desk:texts.none")} icon="document" />
      ) : (
        <TextMessageTable messages={messages} />
      )}
    </Stack>
  );
}
