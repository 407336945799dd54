import { dayOf } from "~/platform/day";
import { formatDay, formatInstant } from "~/platform/format";
import { useLanguage, useT } from "~/platform/i18n";
import { Button, HiddenField, Table, Tag } from "~/ui";

interface ShownApiKey {
  id: string;
  prefix: string;
  partner: string;
  createdAt: string;
  createdBy: string;
  expiresAt: string | null;
  revokedAt: string | null;
  lastUsedAt: string | null;
  isUsable: boolean;
}

export function ApiKeyList({ keys }: { keys: readonly ShownApiKey[] }) {
  const t = useT();
  const language = useLanguage();
  if (keys.length === 0) return <p className="ui-soft">{t("accounts:apiKey.none")}</p>;
  return (
    <Table
      caption={t("accounts:apiKey.list")}
      captionHidden
      rows={keys}
      rowKey={({ id }) => id}
      columns={[
        { key: "partner", header: t("accounts:apiKey.partner"), primary: true, cell: ({ partner }) => partner },
        {
          key: "prefix",
          header: t("accounts:apiKey.prefix"),
          cell: ({ prefix }) => <code>{`lensan_${prefix}_…`}</code>,
        },
        { key: "state", header: t("accounts:apiKey.state"), cell: (key) => <ApiKeyState {...key} /> },
        {
          key: "created",
          header: t("accounts:apiKey.created"),
          cell: ({ createdAt, createdBy }) => `${formatDay(dayOf(new Date(createdAt)), language)}, ${createdBy}`,
        },
        {
          key: "lastUsed",
          header: t("accounts:apiKey.lastUsed"),
          noWrap: true,
          cell: ({ lastUsedAt }) => (lastUsedAt ? formatInstant(lastUsedAt, language) : t("accounts:apiKey.neverUsed")),
        },
        {
          key: "action",
          header: t("accounts:apiKey.action"),
          cell: ({ id, prefix, isUsable }) => isUsable && <Revoke id={id} prefix={prefix} />,
        },
      ]}
    />
  );
}

function ApiKeyState({ isUsable, revokedAt, expiresAt }: ShownApiKey) {
  const t = useT();
  const language = useLanguage();
  if (revokedAt) return <Tag tone="danger">{t("accounts:apiKey.stateRevoked")}</Tag>;
  if (!isUsable) return <Tag tone="warning">{t("accounts:apiKey.stateExpired")}</Tag>;
  // The end is the first instant at which the key no longer works: the day before is its last.
  const lastDay = expiresAt && dayOf(new Date(new Date(expiresAt).getTime() - 1));
  return (
    <span className="ui-tags">
      <Tag tone="success">{t("accounts:apiKey.usable")}</Tag>
      {lastDay && <span className="ui-soft">{t("accounts:apiKey.until", { day: formatDay(lastDay, language) })}</span>}
    </span>
  );
}

/** Unfolds before it acts, because a key cannot be brought back. */
function Revoke({ id, prefix }: { id: string; prefix: string }) {
  const t = useT();
  return (
    <details>
      <summary className="inline-flex min-h-11 cursor-pointer items-center underline underline-offset-4">
        {t("accounts:apiKey.revoke")}
      </summary>
      <form method="post" className="ui-stack ui-stack-tight">
        <p className="ui-soft">{t("accounts:apiKey.revokeSure")}</p>
        <HiddenField name="viec" value="thu-hoi" />
        <HiddenField name="id" value={id} />
        <Button variant="danger">{t("accounts:apiKey.revokeConfirm", { prefix })}</Button>
      </form>
    </details>
  );
}
