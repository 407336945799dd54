import type { ChecklistProgress } from "~/enterprises/checklist-queries.server";
import { ChecklistTag } from "~/enterprises/components/checklist-progress";
import { useT } from "~/platform/i18n";
import { Disclosure } from "~/ui";

export interface SwitchedEnterprise {
  id: string;
  name: string;
  progress?: ChecklistProgress | undefined;
}

/** The way from the enterprise whose desk is open to the other ones that one belongs to. */
export function EnterpriseSwitch({ enterprises }: { enterprises: readonly SwitchedEnterprise[] }) {
  const t = useT();
  if (enterprises.length === 0) return null;
  return (
    <nav aria-label={t("desk:switch.label")}>
      <Disclosure summary={t("desk:switch.label")}>
        <ul className="grid gap-3">
          {enterprises.map(({ id, name, progress }) => (
            <li key={id}>
              <a href={`/quan-ly/${id}`}>{name}</a> <ChecklistTag progress={progress} />
            </li>
          ))}
        </ul>
      </Disclosure>
    </nav>
  );
}
