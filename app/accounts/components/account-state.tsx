import { useT } from "~/platform/i18n";
import { Tag } from "~/ui";

/** Whether somebody can sign in, as tags. */
export function AccountState(props: { isConfirmed: boolean; isDisabled: boolean; isDemo: boolean }) {
  const t = useT();
  return (
    <span className="ui-tags">
      {props.isDisabled ? (
        <Tag tone="danger">{t("accounts:state.disabled")}</Tag>
      ) : props.isConfirmed ? (
        <Tag tone="success">{t("accounts:state.active")}</Tag>
      ) : (
        <Tag tone="warning">{t("accounts:state.unconfirmed")}</Tag>
      )}
      {props.isDemo && <Tag>{t("accounts:state.demo")}</Tag>}
    </span>
  );
}
