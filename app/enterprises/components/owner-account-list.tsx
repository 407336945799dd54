import { contactAsWritten } from "~/accounts/contact";
import { formatInstant } from "~/platform/format";
import { useLanguage, useT } from "~/platform/i18n";
import { Button, HiddenField, Table, Tag, VisuallyHidden } from "~/ui";

export interface ShownOwnerAccount {
  accountId: string;
  name: string;
  email: string | null;
  phone: string | null;
  hasPassword: boolean;
  isDisabled: boolean;
  printedAt: string | null;
  printedBy: string | null;
  printedUntil: string | null;
}

/** The accounts of an enterprise's members; for those without a password a set-up code can be printed. */
export function OwnerAccountList({ accounts }: { accounts: readonly ShownOwnerAccount[] }) {
  const t = useT();
  if (accounts.length === 0) return <p>{t("enterprises:ownerAccount.none")}</p>;
  return (
    <Table
      caption={t("enterprises:ownerAccount.list")}
      captionHidden
      rows={accounts}
      rowKey={({ accountId }) => accountId}
      columns={[
        {
          key: "name",
          header: t("enterprises:members.name"),
          primary: true,
          cell: ({ name, ...contact }) => (
            <>
              {name}
              <div className="ui-soft">{contactAsWritten(contact)}</div>
            </>
          ),
        },
        { key: "state", header: t("enterprises:ownerAccount.state"), cell: (account) => <State account={account} /> },
        {
          key: "action",
          header: t("enterprises:members.action"),
          cell: ({ accountId, name, hasPassword, isDisabled }) =>
            !hasPassword &&
            !isDisabled && (
              <form method="post">
                <HiddenField name="viec" value="in" />
                <HiddenField name="accountId" value={accountId} />
                <Button variant="secondary">
                  {t("enterprises:ownerAccount.print")}
                  <VisuallyHidden>: {name}</VisuallyHidden>
                </Button>
              </form>
            ),
        },
      ]}
    />
  );
}

function State({ account }: { account: ShownOwnerAccount }) {
  const t = useT();
  const language = useLanguage();
  const { hasPassword, isDisabled, printedAt, printedBy, printedUntil } = account;
  if (isDisabled) return <Tag tone="danger">{t("accounts:state.disabled")}</Tag>;
  if (hasPassword) return <Tag tone="success">{t("accounts:state.active")}</Tag>;
  return (
    <>
      <Tag tone="warning">{t("enterprises:ownerAccount.waiting")}</Tag>
      {printedAt && printedUntil && (
        <div className="ui-soft">
          {t("enterprises:ownerAccount.printed", {
            at: formatInstant(printedAt, language),
            by: printedBy ?? "",
            until: formatInstant(printedUntil, language),
          })}
        </div>
      )}
    </>
  );
}
