import { useLoaderData } from "@remix-run/react";
import { may } from "~/accounts/access";
import { door } from "~/accounts/door.server";
import { formatInstant } from "~/platform/format";
import { titleOf } from "~/platform/http/page-title";
import { translateCode, useLanguage, useT } from "~/platform/i18n";
import { listDisagreements, listWaitingRechecks } from "~/reviews/recheck-queries.server";
import { EmptyState, PageHeader, Section, Stack, Table } from "~/ui";

export const loader = door("bench.watch").load(async ({ actor, t }) => {
  const isOfficer = may(actor.role, "review.work");
  const [waiting, disagreements] = await Promise.all([
    isOfficer ? listWaitingRechecks(actor.accountId) : null,
    listDisagreements(isOfficer ? actor.accountId : null),
  ]);
  return { title: t("reviews:recheck.title"), waiting, disagreements };
});

export const meta = titleOf;

export default function RecheckList() {
  const t = useT();
  const language = useLanguage();
  const { title, waiting, disagreements } = useLoaderData<typeof loader>();
  const decision = (code: string) => translateCode(language, `reviews:decision.${code}`);
  return (
    <>
      <PageHeader title={title} lead={t("reviews:recheck.lead")} />
      <Stack gap="loose">
        {waiting && (
          <Section title={t("reviews:recheck.waiting")}>
            {waiting.length === 0 ? (
              <EmptyState icon="check" title={t("reviews:recheck.none")} headingLevel={3} />
            ) : (
              <Table
                caption={t("reviews:recheck.waiting")}
                captionHidden
                rows={waiting}
                rowKey={({ id }) => id}
                columns={[
                  {
                    key: "label",
                    header: t("reviews:recheck.subject"),
                    primary: true,
                    cell: ({ id, label, enterpriseName }) => (
                      <>
                        <a href={`/tham-dinh/kiem-tra-lai/${id}`}>{label}</a>
                        <br />
                        <span className="ui-soft">{enterpriseName}</span>
                      </>
                    ),
                  },
                  {
                    key: "drawn",
                    header: t("reviews:recheck.drawn"),
                    noWrap: true,
                    cell: ({ drawnAt }) => formatInstant(drawnAt, language),
                  },
                ]}
              />
            )}
          </Section>
        )}
        <Section title={t("reviews:recheck.disagreements")}>
          {disagreements.length === 0 ? (
            <p>{t("reviews:recheck.noDisagreement")}</p>
          ) : (
            <Table
              caption={t("reviews:recheck.disagreements")}
              captionHidden
              rows={disagreements}
              rowKey={({ id }) => id}
              columns={[
                {
                  key: "label",
                  header: t("reviews:recheck.subject"),
                  primary: true,
                  cell: ({ id, label }) => <a href={`/tham-dinh/kiem-tra-lai/${id}`}>{label}</a>,
                },
                {
                  key: "first",
                  header: t("reviews:recheck.first"),
                  cell: ({ first, firstBy }) => [decision(first), firstBy].filter(Boolean).join(", "),
                },
                {
                  key: "second",
                  header: t("reviews:recheck.second"),
                  cell: ({ second, secondBy }) => [decision(second), secondBy].filter(Boolean).join(", "),
                },
                { key: "why", header: t("reviews:recheck.why"), cell: ({ comment }) => comment },
              ]}
            />
          )}
        </Section>
      </Stack>
    </>
  );
}
