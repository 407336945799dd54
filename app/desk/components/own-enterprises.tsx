import type { ChecklistProgress } from "~/enterprises/checklist-queries.server";
import { ChecklistTag } from "~/enterprises/components/checklist-progress";
import type { EnterpriseSize } from "~/enterprises/enterprise-size";
import { formatNumber } from "~/platform/format";
import { useLanguage, useT } from "~/platform/i18n";
import { ButtonLink, Card, CardGrid, EmptyState, Section, Tag } from "~/ui";

export interface OwnEnterpriseCard {
  id: string;
  name: string;
  area: string;
  size: EnterpriseSize | null;
  registered: number;
  progress?: ChecklistProgress;
  yourTurn: number;
  officeTurn: number;
  counted: number;
}

interface OwnEnterprisesProps {
  enterprises: readonly OwnEnterpriseCard[];
  mayRegister: boolean;
}

/** The enterprises one belongs to, each with what waits for whom. */
export function OwnEnterprises({ enterprises, mayRegister }: OwnEnterprisesProps) {
  const t = useT();
  if (enterprises.length === 0) {
    return (
      <EmptyState
        icon="store"
        title={t("desk:home.none")}
        actions={mayRegister && <ButtonLink href="/quan-ly/co-so-moi">{t("desk:home.register")}</ButtonLink>}
      >
        {t("desk:home.noneText")}
      </EmptyState>
    );
  }
  return (
    <Section
      title={t("desk:home.enterprises")}
      actions={
        mayRegister && (
          <ButtonLink variant="secondary" href="/quan-ly/co-so-moi">
            {t("desk:home.another")}
          </ButtonLink>
        )
      }
    >
      <CardGrid wide>
        {enterprises.map((enterprise) => (
          <EnterpriseCard key={enterprise.id} enterprise={enterprise} />
        ))}
      </CardGrid>
    </Section>
  );
}

function EnterpriseCard({ enterprise }: { enterprise: OwnEnterpriseCard }) {
  const t = useT();
  const language = useLanguage();
  const { id, name, area, registered, yourTurn, officeTurn, counted, progress } = enterprise;
  const count = (label: string, value: number) => `${label}: ${formatNumber(value, language)}`;
  return (
    <Card
      title={name}
      href={`/quan-ly/${id}`}
      tags={
        <>
          <ChecklistTag progress={progress} />
          {yourTurn > 0 && (
            <Tag tone="warning" icon="arrow">
              {count(t("desk:home.yourTurn"), yourTurn)}
            </Tag>
          )}
          {officeTurn > 0 && (
            <Tag tone="info" icon="clock">
              {count(t("desk:home.officeTurn"), officeTurn)}
            </Tag>
          )}
          {counted > 0 && (
            <Tag tone="success" icon="check">
              {count(t("desk:home.counted"), counted)}
            </Tag>
          )}
        </>
      }
    >
      <p className="ui-soft">{area}</p>
      <p className="ui-soft">{count(t("desk:home.products"), registered)}</p>
    </Card>
  );
}
