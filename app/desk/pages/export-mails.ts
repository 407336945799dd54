import { door } from "~/accounts/door.server";
import { exportList } from "~/accounts/export-list.server";
import { listMails, type MailRow, readMailQuestion } from "~/desk/mail-queries.server";
import { formatInstant } from "~/platform/format";

/** The mails as a file: to whom, about what, when and how it went, without their words. */
export const loader = door("mail.read").load((visit) => {
  const { t, language, url } = visit;
  const question = readMailQuestion(url.searchParams);
  return exportList<MailRow>(visit, {
    title: t("desk:mail.title"),
    journalledAs: "mails",
    key: ({ id }) => id,
    page: async ({ limit, offset }) => {
      const { mails, total } = await listMails({ ...question, limit, offset });
      return { rows: mails, total };
    },
    columns: [
      { title: t("desk:mail.recipient"), width: 36, cell: ({ recipient }) => recipient },
      { title: t("desk:mail.subject"), width: 60, cell: ({ subject }) => subject },
      { title: t("desk:mail.at"), cell: ({ createdAt }) => formatInstant(createdAt, language) },
      { title: t("desk:mail.state"), cell: ({ status }) => t(`desk:mail.status.${status}`) },
    ],
  });
});
