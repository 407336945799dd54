import { contactAsWritten } from "~/accounts/contact";
import { formatInstant } from "~/platform/format";
import { useLanguage, useT } from "~/platform/i18n";
import { Button, HiddenField, Table } from "~/ui";

export interface ShownMember {
  accountId: string;
  name: string;
  email: string | null;
  phone: string | null;
  since: string;
}

/** The members, with a button to leave for oneself and one to remove the others. */
export function MemberList({ members, ownId }: { members: readonly ShownMember[]; ownId: string }) {
  const t = useT();
  const language = useLanguage();
  return (
    <Table
      caption={t("enterprises:members.title")}
      captionHidden
      rows={members}
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
        { key: "since", header: t("enterprises:members.since"), cell: ({ since }) => formatInstant(since, language) },
        {
          key: "action",
          header: t("enterprises:members.action"),
          cell: ({ accountId, name }) => (
            <form method="post">
              <HiddenField name="viec" value="dua-ra" />
              <HiddenField name="accountId" value={accountId} />
              <Button variant="quiet">
                {accountId === ownId ? (
                  t("enterprises:members.leave")
                ) : (
                  <>
                    {t("enterprises:members.remove")} <span className="ui-hidden">{name}</span>
                  </>
                )}
              </Button>
            </form>
          ),
        },
      ]}
    />
  );
}

export interface ShownMemberInvitation {
  id: string;
  email: string | null;
  phone: string | null;
  expiresAt: string;
}

/** Invitations that wait, each to be sent again or withdrawn. */
export function MemberInvitations({ invitations }: { invitations: readonly ShownMemberInvitation[] }) {
  const t = useT();
  const language = useLanguage();
  if (invitations.length === 0) return <p className="ui-soft">{t("enterprises:members.noInvitation")}</p>;
  return (
    <Table
      caption={t("enterprises:members.waiting")}
      captionHidden
      rows={invitations}
      rowKey={({ id }) => id}
      columns={[
        { key: "contact", header: t("accounts:contact.label"), primary: true, cell: contactAsWritten },
        {
          key: "until",
          header: t("enterprises:members.until"),
          cell: ({ expiresAt }) => formatInstant(expiresAt, language),
        },
        {
          key: "action",
          header: t("enterprises:members.action"),
          cell: ({ id, ...contact }) => (
            <form method="post" aria-label={contactAsWritten(contact)}>
              <HiddenField name="id" value={id} />
              <Button variant="quiet" name="viec" value="gui-lai">
                {t("enterprises:members.resend")}
              </Button>
              <Button variant="quiet" name="viec" value="thu-hoi">
                {t("enterprises:members.withdraw")}
              </Button>
            </form>
          ),
        },
      ]}
    />
  );
}
