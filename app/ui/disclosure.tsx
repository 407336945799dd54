import type { ReactNode } from "react";
import { Icon } from "./icon";

export type DisclosureProps = { summary: ReactNode; children: ReactNode; open?: boolean | undefined };

/** Further matter that most readers do not need, folded behind its title at every width. */
export function Disclosure({ summary, children, open }: DisclosureProps) {
  return (
    <details className="ui-fold ui-disclosure" open={open}>
      <summary>
        <Icon name="down" />
        {summary}
      </summary>
      <div className="ui-stack ui-disclosure-body">{children}</div>
    </details>
  );
}
