import { Outlet, useLoaderData } from "@remix-run/react";
import { may } from "~/accounts/access";
import { door } from "~/accounts/door.server";
import { DeskFrame } from "~/desk/components/desk-frame";
import { MandateBanner } from "~/enterprises/components/mandate-banner";
import { listOpenMandates } from "~/enterprises/mandate-queries.server";
import { countWaiting } from "~/reviews/review-queries.server";

export const loader = door("account.use").load(async ({ url, actor }) => ({
  path: url.pathname + url.search,
  actor: { name: actor.name, role: actor.role },
  waiting: may(actor.role, "review.work") ? await countWaiting() : null,
  mandates: may(actor.role, "enterprise.act-on-behalf") ? await listOpenMandates(actor.accountId) : [],
}));

export default function DeskLayout() {
  const { path, actor, waiting, mandates } = useLoaderData<typeof loader>();
  return (
    <DeskFrame path={path} actor={actor} waiting={waiting}>
      <MandateBanner mandates={mandates} />
      <Outlet />
    </DeskFrame>
  );
}
