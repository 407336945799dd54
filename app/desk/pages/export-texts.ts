import { door } from "~/accounts/door.server";
import { exportList } from "~/accounts/export-list.server";
import { listTextMessages, readTextQuestion, type TextMessageRow } from "~/desk/text-message-queries.server";
import { formatInstant } from "~/platform/format";

/** The short messages as a file; the words of what a gateway took stay hidden as on the page. */
export const loader = door("mail.read").load((visit) => {
  const { t, language, url } = visit;
  const question = readTextQuestion(url.searchParams);
  return exportList<TextMessageRow>(visit, {
    title: t("desk:texts.title"),
    journalledAs: "text-messages",
    key: ({ id }) => id,
    page: async ({ limit, offset }) => {
      const { messages, total } = await listTextMessages({ ...question, limit, offset });
      return { rows: messages, total };
    },
    columns: [
      { title: t("desk:texts.recipient"), width: 18, cell: ({ recipient }) => recipient },
      { title: t("desk:texts.text"), width: 60, cell: ({ text }) => text || t("desk:texts.hidden") },
      { title: t("desk:texts.at"), cell: ({ createdAt }) => formatInstant(createdAt, language) },
      { title: t("desk:texts.state"), cell: ({ status }) => t(`desk:texts.status.${status}`) },
    ],
  });
});
