import { useLoaderData } from "@remix-run/react";
import { isRole, roles } from "~/accounts/access";
import { accountsPerPage, listAccounts } from "~/accounts/account-queries.server";
import { AccountState } from "~/accounts/components/account-state";
import { door } from "~/accounts/door.server";
import { titleOf } from "~/accounts/page-title";
import { dayOf } from "~/platform/day";
import { formatDay, formatInstant, formatNumber } from "~/platform/format";
import { useLanguage, useT } from "~/platform/i18n";
import {
  ButtonLink,
  EmptyState,
  FilterPanel,
  PageHeader,
  Pagination,
  SearchForm,
  SelectField,
  Stack,
  Table,
} from "~/ui";

const lastPage = 1_000;

export const loader = door("account.administer").load(async ({ url, t }) => {
  const search = (url.searchParams.get("q") ?? "").slice(0, 200);
  const wanted = url.searchParams.get("vai-tro");
  const role = isRole(wanted) ? wanted : undefined;
  const page = Math.min(Math.max(1, Math.trunc(Number(url.searchParams.get("trang")) || 1)), lastPage);
  const { accounts, total } = await listAccounts({ search, role, page });
  return {
    title: t("accounts:title", { page: t("accounts:list.title") }),
    accounts: accounts.map((account) => ({ ...account, createdOn: dayOf(account.createdAt) })),
    total,
    page,
    perPage: accountsPerPage,
    search,
    role: role ?? "",
  };
});

export const meta = titleOf;

export default function AccountList() {
  const t = useT();
  const language = useLanguage();
  const { accounts, total, page, perPage, search, role } = useLoaderData<typeof loader>();
  const pageHref = (to: number) =>
    `/quan-tri/tai-khoan?${new URLSearchParams({ q: search, "vai-tro": role, trang: String(to) })}`;
  const from = (page - 1) * perPage;
  return (
    <Stack>
      <PageHeader
        title={t("accounts:list.title")}
        lead={t("accounts:list.lead")}
        actions={<ButtonLink href="/quan-tri/loi-moi">{t("accounts:invite.title")}</ButtonLink>}
      />
      <SearchForm label={t("accounts:list.search")} submitLabel={t("accounts:list.submit")} defaultValue={search}>
        <FilterPanel
          title={t("accounts:list.filter")}
          submitLabel={t("accounts:list.apply")}
          open={role !== ""}
          reset={role || search ? { href: "/quan-tri/tai-khoan", label: t("accounts:list.clear") } : undefined}
        >
          <SelectField
            name="vai-tro"
            label={t("accounts:list.role")}
            emptyOption={t("accounts:list.anyRole")}
            defaultValue={role}
            options={roles.map((value) => ({ value, label: t(`accounts:role.${value}`) }))}
            width="medium"
          />
        </FilterPanel>
      </SearchForm>
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
              cell: ({ id, name }) => <a href={`/quan-tri/tai-khoan/${id}`}>{name}</a>,
            },
            { key: "email", header: t("accounts:email.label"), cell: ({ email }) => email },
            { key: "role", header: t("accounts:list.role"), cell: (account) => t(`accounts:role.${account.role}`) },
            { key: "state", header: t("accounts:list.state"), cell: (account) => <AccountState {...account} /> },
            {
              key: "created",
              header: t("accounts:list.created"),
              cell: ({ createdOn }) => formatDay(createdOn, language),
            },
            {
              key: "lastSeen",
              header: t("accounts:list.lastSeen"),
              cell: ({ lastSeenAt }) => (lastSeenAt ? formatInstant(lastSeenAt, language) : t("accounts:list.never")),
            },
          ]}
        />
      )}
      {(total > perPage || page > 1) && (
        <Pagination
          label={t("platform:list.label")}
          position={t("platform:list.position", {
            from: formatNumber(Math.min(from + 1, total), language),
            to: formatNumber(Math.min(from + accounts.length, total), language),
            total: formatNumber(total, language),
          })}
          previous={page > 1 ? { href: pageHref(page - 1), label: t("platform:list.previous") } : undefined}
          next={
            from + accounts.length < total ? { href: pageHref(page + 1), label: t("platform:list.next") } : undefined
          }
        />
      )}
    </Stack>
  );
}
