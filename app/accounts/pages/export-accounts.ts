import { type AccountRow, listAccounts } from "~/accounts/account-queries.server";
import { door } from "~/accounts/door.server";
import { exportList } from "~/accounts/export-list.server";
import { readAccountQuestion } from "~/accounts/read-account-question.server";
import { dayOf } from "~/platform/day";
import { formatInstant } from "~/platform/format";

const standing = ({ isDisabled, isConfirmed }: AccountRow) =>
  isDisabled ? "disabled" : isConfirmed ? "active" : "unconfirmed";

/** The list of accounts as a file. */
export const loader = door("account.administer").load((visit) => {
  const { t, language, url } = visit;
  const question = readAccountQuestion(url.searchParams);
  return exportList<AccountRow>(visit, {
    title: t("accounts:list.title"),
    journalledAs: "accounts",
    key: ({ id }) => id,
    page: async ({ limit, offset }) => {
      const { accounts, total } = await listAccounts({ ...question, limit, offset });
      return { rows: accounts, total };
    },
    columns: [
      { title: t("accounts:list.name"), width: 30, cell: ({ name }) => name },
      { title: t("accounts:list.email"), width: 36, cell: ({ email }) => email },
      { title: t("accounts:list.role"), width: 24, cell: ({ role }) => t(`accounts:role.${role}`) },
      { title: t("accounts:list.state"), cell: (account) => t(`accounts:state.${standing(account)}`) },
      { title: t("accounts:list.created"), width: 14, cell: ({ createdAt }) => ({ day: dayOf(createdAt) }) },
      {
        title: t("accounts:list.lastSeen"),
        cell: ({ lastSeenAt }) => lastSeenAt && formatInstant(lastSeenAt, language),
      },
    ],
  });
});
