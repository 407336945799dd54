import { useLoaderData } from "@remix-run/react";
import { may } from "~/accounts/access";
import { DraftList } from "~/accounts/components/draft-list";
import { door } from "~/accounts/door.server";
import { listDrafts } from "~/accounts/draft.server";
import { countUnread } from "~/accounts/inbox-queries.server";
import { AdministratorPart, AssistPart, LeaderPart, OfficerPart } from "~/desk/components/home-parts";
import { OwnEnterprises } from "~/desk/components/own-enterprises";
import { OwnerWork } from "~/desk/components/owner-work";
import { countCare, countWaitingByKind } from "~/desk/home-queries.server";
import { ownerHome } from "~/desk/owner-home.server";
import { dayOf } from "~/platform/day";
import { titleOf } from "~/platform/http/page-title";
import { useT } from "~/platform/i18n";
import { countFigures } from "~/targets/figures-queries.server";
import { ButtonLink, PageHeader } from "~/ui";

export const loader = door("account.use").load(async ({ actor, now, language, t }) => {
  const { accountId, role, name } = actor;
  const [own, waiting, care, figures, drafts, unread] = await Promise.all([
    ownerHome(actor, { now, language, t }),
    may(role, "review.work") ? countWaitingByKind(accountId) : null,
    may(role, "account.administer") ? countCare(now) : null,
    may(role, "progress.watch") ? countFigures([dayOf(now)], now, { formerProvince: null }) : [],
    listDrafts(accountId, now),
    countUnread(accountId),
  ]);
  const progress = figures[0];
  return {
    title: t("desk:home.title"),
    name,
    role,
    drafts,
    unread,
    now: now.toISOString(),
    waiting: waiting?.map((kind) => ({ ...kind, oldest: kind.oldest.toISOString() })) ?? null,
    care,
    progress: progress ? { certified: progress.certified, listed: progress.listed } : null,
    ...own,
  };
});

export const meta = titleOf;

export default function Home() {
  const { name, role, drafts, unread, now, waiting, care, progress, enterprises, work } =
    useLoaderData<typeof loader>();
  const t = useT();
  return (
    <>
      <PageHeader
        title={t("desk:home.title")}
        lead={t("desk:home.lead", { name })}
        actions={
          unread > 0 && (
            <ButtonLink variant="secondary" href="/hop-thu">
              {t("accounts:inbox.lead", { count: unread })}
            </ButtonLink>
          )
        }
      />
      {waiting && <OfficerPart waiting={waiting} now={now} />}
      {may(role, "registration.assist") && <AssistPart />}
      {care && <AdministratorPart care={care} />}
      {progress && <LeaderPart progress={progress} />}
      {enterprises.length > 0 && <OwnerWork groups={work} />}
      <DraftList drafts={drafts} />
      {(role === "owner" || enterprises.length > 0) && (
        <OwnEnterprises enterprises={enterprises} mayRegister={may(role, "enterprise.register")} />
      )}
    </>
  );
}
