import { Outlet, useLoaderData } from "@remix-run/react";
import { may } from "~/accounts/access";
import { door } from "~/accounts/door.server";
import { countUnread } from "~/accounts/inbox-queries.server";
import { DeskFrame } from "~/desk/components/desk-frame";
import { MandateBanner } from "~/enterprises/components/mandate-banner";
import { listOpenMandates } from "~/enterprises/mandate-queries.server";
import { countWaiting } from "~/reviews/review-queries.server";

export const loader = door("account.use").load(async ({ url, actor }) => {
  const [queue, unread, mandates] = await Promise.all([
    may(actor.role, "review.work") ? countWaiting() : undefined,
    countUnread(actor.accountId),
    may(actor.role, "enterprise.act-on-behalf") ? listOpenMandates(actor.accountId) : Promise.resolve([]),
  ]);
  return {
    path: url.pathname + url.search,
    actor: { name: actor.name, role: actor.role },
    counts: { ...(queue !== undefined && { queue }), ...(unread > 0 && { inbox: unread }) },
    mandates,
  };
});

export default function DeskLayout() {
  const { path, actor, counts, mandates } = useLoaderData<typeof loader>();
  return (
    <DeskFrame path={path} actor={actor} counts={counts}>
      <MandateBanner mandates={mandates} />
      <Outlet />
    </DeskFrame>
  );
}
