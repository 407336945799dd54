import { door } from "~/accounts/door.server";
import { exportList } from "~/accounts/export-list.server";
import { listNotices, type NoticeRow } from "~/accounts/inbox-queries.server";
import { formatInstant } from "~/platform/format";

/** One's own notices as a file. */
export const loader = door("account.use").load((visit) => {
  const { t, language, actor } = visit;
  return exportList<NoticeRow>(visit, {
    title: t("accounts:inbox.title"),
    key: ({ id }) => id,
    page: async ({ limit, offset }) => {
      const { notices, total } = await listNotices(actor.accountId, { limit, offset });
      return { rows: notices, total };
    },
    columns: [
      { title: t("accounts:inbox.at"), cell: ({ createdAt }) => formatInstant(createdAt, language) },
      { title: t("accounts:inbox.enterprise"), width: 40, cell: ({ enterprise }) => enterprise },
      { title: t("accounts:inbox.subject"), width: 50, cell: ({ subject }) => subject },
      { title: t("accounts:inbox.text"), width: 80, cell: ({ text }) => text },
      {
        title: t("accounts:inbox.state"),
        cell: ({ isRead }) => t(isRead ? "accounts:inbox.wasRead" : "accounts:inbox.unread"),
      },
    ],
  });
});
