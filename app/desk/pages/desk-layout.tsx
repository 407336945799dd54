import { Outlet, useLoaderData } from "@remix-run/react";
import { may } from "~/accounts/access";
import { door } from "~/accounts/door.server";
import { countUnread } from "~/accounts/inbox-queries.server";
import { DeskFrame } from "~/desk/components/desk-frame";
import { EnterpriseSwitch } from "~/desk/components/enterprise-switch";
import { switchedEnterprises } from "~/desk/switched-enterprises.server";
import { MandateBanner } from "~/enterprises/components/mandate-banner";
import { listOpenMandates } from "~/enterprises/mandate-queries.server";
import { countWaiting } from "~/reviews/review-queries.server";

export const loader = door("account.use").load(async ({ url, actor, params, now }) => {
  const { enterpriseId } = params;
  const [queue, unread, mandates, enterprises] = await Promise.all([
    may(actor.role, "review.work") ? countWaiting() : undefined,
    countUnread(actor.accountId),
    may(actor.role, "enterprise.act-on-behalf") ? listOpenMandates(actor.accountId) : Promise.resolve([]),
    switchedEnterprises(actor, { path: url.pathname, enterpriseId, now }),
  ]);
  return {
    path: url.pathname + url.search,
    actor: { name: actor.name, role: actor.role },
    counts: { ...(queue !== undefined && { queue }), ...(unread > 0 && { inbox: unread }) },
    mandates,
    enterprises,
  };
});

export default function DeskLayout() {
  const { path, actor, counts, mandates, enterprises } = useLoaderData<typeof loader>();
  return (
    <DeskFrame path={path} actor={actor} counts={counts}>
      <MandateBanner mandates={mandates} />
      <EnterpriseSwitch enterprises={enterprises} />
      <Outlet />
    </DeskFrame>
  );
}
