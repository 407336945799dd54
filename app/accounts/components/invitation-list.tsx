import { formatInstant } from "~/platform/format";
import { useLanguage, useT } from "~/platform/i18n";
import { Button, HiddenField, Table } from "~/ui";
import type { Role } from "../access";
import { contactAsWritten } from "../contact";

interface ShownInvitation {
  id: string;
  email: string | null;
  phone: string | null;
  role: Role;
  invitedBy: string;
  createdAt: string;
  expiresAt: string;
}

export function InvitationList({ invitations }: { invitations: readonly ShownInvitation[] }) {
  const t = useT();
  const language = useLanguage();
  if (invitations.length === 0) return <p className="ui-soft">{t("accounts:invite.none")}</p>;
  return (
    <Table
      caption={t("accounts:invite.open")}
      captionHidden
      rows={invitations}
      rowKey={({ id }) => id}
      columns={[
        { key: "contact", header: t("accounts:contact.label"), primary: true, cell: contactAsWritten },
        { key: "role", header: t("accounts:invite.role"), cell: ({ role }) => t(`accounts:role.${role}`) },
        { key: "by", header: t("accounts:invite.by"), cell: ({ invitedBy }) => invitedBy },
        {
          key: "sentAt",
          header: t("accounts:invite.sentAt"),
          noWrap: true,
          cell: ({ createdAt }) => formatInstant(createdAt, language),
        },
        {
          key: "until",
          header: t("accounts:invite.until"),
          noWrap: true,
          cell: ({ expiresAt }) => formatInstant(expiresAt, language),
        },
        {
          key: "action",
          header: t("accounts:invite.action"),
          cell: ({ id, ...invited }) => (
            <form method="post" aria-label={t("accounts:invite.withdrawAbout", { contact: contactAsWritten(invited) })}>
              <HiddenField name="viec" value="thu-hoi" />
              <HiddenField name="id" value={id} />
              <Button variant="secondary">{t("accounts:invite.withdraw")}</Button>
            </form>
          ),
        },
      ]}
    />
  );
}
