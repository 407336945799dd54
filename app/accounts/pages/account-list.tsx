import { useLoaderData } from "@remix-run/react";
import { roles } from "~/accounts/access";
import { accountStates, accountsPerPage, listAccounts } from "~/accounts/account-queries.server";
import { AccountState } from "~/accounts/components/account-state";
import { contactAsWritten } from "~/accounts/contact";
import { door } from "~/accounts/door.server";
import { readAccountQuestion } from "~/accounts/read-account-question.server";
import { dayOf } from "~/platform/day";
import { formatDay, formatInstant } from "~/platform/format";
import { ListFilters } from "~/platform/http/list-filters";
import { ListPages } from "~/platform/http/list-pages";
import { titleOf } from "~/platform/http/page-title";
import { pageInList, pageOf } from "~/platform/http/params.server";
import { useLanguage, useT } from "~/platform/i18n";
import { ButtonLink, EmptyState, PageHeader, Stack, Table } from "~/ui";

export const loader = door("account.administer").load(async ({ url, t }) => {
  const { search, role, state } = readAccountQuestion(url.searchParams);
  const page = pageOf(url, accountsPerPage);
  const { accounts, total } = await listAccounts({ search, role, state, limit: page.limit, offset: page.offset });
  return {
    title: t("accounts:list.title"),
    accounts: accounts.map((account) => ({ ...account, createdOn: dayOf(account.createdAt) })),
    total,
    page: pageInList(url, page, total),
    search,
    role: role ?? "",
    state: state ?? "",
    states: accountStates,
  };
});

export const meta = titleOf;

export default function AccountList() {
  const t = useT();
  const language = useLanguage();
  const { accounts, total, page, search, role, state, states } = useLoaderData<typeof loader>();
  return (
    <Stack>
      <PageHeader
        title={t("accounts:list.title")}
        lead={t("accounts:list.lead")}
        actions={<ButtonLink href="/quan-tri/loi-moi">{t("accounts:invite.title")}</ButtonLink>}
      />
      <ListFilters
        action="/quan-tri/tai-khoan"
        search={{ label: t("accounts:list.search"), value: search }}
        filters={[
          {
            name: "vai-tro",
            label: t("accounts:list.role"),
            value: role,
            options: roles.map((value) => ({ value, label: t(`accounts:role.${value}`) })),
          },
          {
            name: "trang-thai",
            label: t("accounts:list.state"),
            value: state,
            options: states.map((value) => ({ value, label: t(`accounts:state.${value}`) })),
          },
        ]}
      />
      {accounts.length === 0 ? (
        <EmptyState title={t("accounts:list.none")} icon="user">
          {t("accounts:list.noneHint")}
        </EmptyState>
      ) : (
        <Table
          caption={t("accounts:list.caption")}
          rows={accounts}
          rowKey={({ id }) => id}
          columns={[
            {
              key: "name",
              header: t("accounts:list.name"),
              primary: true,
              cell: ({ id, name, ...contact }) => (
                <>
                  <a href={`/quan-tri/tai-khoan/${id}`}>{name}</a>
                  <div className="ui-soft">{contactAsWritten(contact)}</div>
                </>
              ),
            },
            { key: "role", header: t("accounts:list.role"), cell: (account) => t(`accounts:role.${account.role}`) },
            { key: "state", header: t("accounts:list.state"), cell: (account) => <AccountState {...account} /> },
            {
              key: "created",
              header: t("accounts:list.created"),
              noWrap: true,
              cell: ({ createdOn }) => formatDay(createdOn, language),
            },
            {
              key: "lastSeen",
              header: t("accounts:list.lastSeen"),
              noWrap: true,
              cell: ({ lastSeenAt }) => (lastSeenAt ? formatInstant(lastSeenAt, language) : t("accounts:list.never")),
            },
          ]}
        />
      )}
      <ListPages page={page} total={total} exportable />
    </Stack>
  );
}
