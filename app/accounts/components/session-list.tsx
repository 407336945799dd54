import { formatAge, formatInstant } from "~/platform/format";
import { useLanguage, useT } from "~/platform/i18n";
import { Button, HiddenField, Table, Tag, VisuallyHidden } from "~/ui";
import { deviceOf } from "../device";

export interface ShownSession {
  id: string;
  device: string;
  createdAt: string;
  lastSeenAt: string;
  isThis: boolean;
}

/** The devices that are signed in; each but the present one can be signed out. */
export function SessionList({ sessions, now }: { sessions: readonly ShownSession[]; now: string }) {
  const t = useT();
  const language = useLanguage();
  const name = ({ device }: ShownSession): string => {
    const { browser, system } = deviceOf(device);
    if (browser && system) return t("accounts:own.deviceOn", { browser, system });
    return browser ?? system ?? t("accounts:own.unknownDevice");
  };
  return (
    <Table
      caption={t("accounts:own.sessions")}
      captionHidden
      rows={sessions}
      rowKey={({ id }) => id}
      columns={[
        { key: "device", header: t("accounts:own.device"), primary: true, cell: name },
        {
          key: "lastSeen",
          header: t("accounts:own.lastSeen"),
          cell: ({ lastSeenAt }) => formatAge(lastSeenAt, now, language),
        },
        {
          key: "signedInAt",
          header: t("accounts:own.signedInAt"),
          noWrap: true,
          cell: ({ createdAt }) => formatInstant(createdAt, language),
        },
        {
          key: "action",
          header: t("accounts:own.action"),
          cell: (session) =>
            session.isThis ? (
              <Tag tone="info">{t("accounts:own.thisDevice")}</Tag>
            ) : (
              <form method="post">
                <HiddenField name="viec" value="dang-xuat-thiet-bi" />
                <HiddenField name="phien" value={session.id} />
                <Button variant="secondary">
                  {t("accounts:own.end")}
                  <VisuallyHidden>{` ${name(session)}, ${formatInstant(session.createdAt, language)}`}</VisuallyHidden>
                </Button>
              </form>
            ),
        },
      ]}
    />
  );
}
