import type { Outlook } from "~/desk/product-outlook";
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
  /** What the owner does next with the first product that waits for them. */
  next: Outlook | null;
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
  const { id, name, area, registered, yourTurn, officeTurn, counted, next } = enterprise;
  const count = (label: string, value: number) => `${label}: ${formatNumber(value, language)}`;
  return (
    <Card
      title={name}
      href={`/quan-ly/${id}`}
      tags={
        yourTurn + officeTurn + counted > 0 && (
          <>
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
        )
      }
    >
      {yourTurn > 0 && (
        <p>{t("desk:home.next", { todo: next ? t(`desk:own.todo.${next}`) : t("desk:home.firstProduct") })}</p>
      )}
      <p className="ui-soft">{area}</p>
      <p className="ui-soft">{count(t("desk:home.products"), registered)}</p>
    </Card>
  );
}
