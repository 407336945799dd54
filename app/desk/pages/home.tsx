import { useLoaderData } from "@remix-run/react";
import { may } from "~/accounts/access";
import { DraftList } from "~/accounts/components/draft-list";
import { door } from "~/accounts/door.server";
import { listDrafts } from "~/accounts/draft.server";
import { areaLabel } from "~/areas/area-label";
import { AdministratorPart, LeaderPart, OfficerPart } from "~/desk/components/home-parts";
import { OwnEnterprises } from "~/desk/components/own-enterprises";
import { countCare, countWaitingByKind } from "~/desk/home-queries.server";
import { judgeProduct } from "~/desk/judge-product";
import { listOwnProducts } from "~/desk/own-product-queries.server";
import { outlookTurns } from "~/desk/product-outlook";
import { listOwnEnterprises } from "~/enterprises/enterprise-queries.server";
import { dayOf } from "~/platform/day";
import { titleOf } from "~/platform/http/page-title";
import { useT } from "~/platform/i18n";
import { countFigures } from "~/targets/figures-queries.server";
import { PageHeader } from "~/ui";

export const loader = door("account.use").load(async ({ actor, now, t }) => {
  const { accountId, role, name } = actor;
  const today = dayOf(now);
  const [enterprises, waiting, care, figures] = await Promise.all([
    listOwnEnterprises(accountId),
    may(role, "review.work") ? countWaitingByKind(accountId) : null,
    may(role, "account.administer") ? countCare(now) : null,
    may(role, "progress.watch") ? countFigures([today], now, { formerProvince: null }) : [],
  ]);
  const progress = figures[0];
  const products = enterprises.length > 0 ? await listOwnProducts(accountId, null) : [];
  const judged = products.map((product) => ({
    enterpriseId: product.enterpriseId,
    isRegistered: product.status === "registered",
    outlook: judgeProduct(product, today, now).outlook,
  }));
  return {
    title: t("desk:home.title"),
    name,
    role,
    drafts: await listDrafts(accountId, now),
    now: now.toISOString(),
    waiting: waiting?.map((kind) => ({ ...kind, oldest: kind.oldest.toISOString() })) ?? null,
    care,
    progress: progress ? { certified: progress.certified, listed: progress.listed } : null,
    enterprises: enterprises.map(({ id, name: called, area, size }) => {
      const own = judged.filter(({ enterpriseId }) => enterpriseId === id);
      return {
        id,
        name: called,
        area: areaLabel(area, t),
        size,
        next: own.find(({ outlook }) => outlookTurns[outlook] === "owner")?.outlook ?? null,
        registered: own.filter(({ isRegistered }) => isRegistered).length,
        yourTurn: own.length === 0 ? 1 : own.filter(({ outlook }) => outlookTurns[outlook] === "owner").length,
        officeTurn: own.filter(({ outlook }) => outlookTurns[outlook] === "office").length,
        counted: own.filter(({ outlook }) => outlook === "counted").length,
      };
    }),
  };
});

export const meta = titleOf;

export default function Home() {
  const { name, role, drafts, now, waiting, care, progress, enterprises } = useLoaderData<typeof loader>();
  const t = useT();
  return (
    <>
      <PageHeader title={t("desk:home.title")} lead={t("desk:home.lead", { name })} />
      <DraftList drafts={drafts} />
      {waiting && <OfficerPart waiting={waiting} now={now} />}
      {care && <AdministratorPart care={care} />}
      {progress && <LeaderPart progress={progress} />}
      {(role === "owner" || enterprises.length > 0) && (
        <OwnEnterprises enterprises={enterprises} mayRegister={may(role, "enterprise.register")} />
      )}
    </>
  );
}
