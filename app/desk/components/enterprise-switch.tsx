import type { ChecklistProgress } from "~/enterprises/checklist-queries.server";
import { ChecklistTag } from "~/enterprises/components/checklist-progress";
import { useT } from "~/platform/i18n";
import { Disclosure } from "~/ui";

export interface SwitchedEnterprise {
  id: string;
  name: string;
  progress?: ChecklistProgress | undefined;
}

interface EnterpriseSwitchProps {
  current: string | null;
  others: readonly SwitchedEnterprise[];
}

/** The way from the enterprise whose desk is open to the other ones that one belongs to. */
export function EnterpriseSwitch({ current, others }: EnterpriseSwitchProps) {
  const t = useT();
  if (others.length === 0) return null;
  return (
    <nav aria-label={t("desk:switch.label")}>
      <Disclosure summary={current ? t("desk:switch.current", { name: current }) : t("desk:switch.label")}>
        <ul>
          {others.map(({ id, name, progress }) => (
            <li key={id}>
              <a href={`/quan-ly/${id}`}>{name}</a> <ChecklistTag progress={progress} />
            </li>
          ))}
        </ul>
      </Disclosure>
    </nav>
  );
}
