import { Outlet, useLoaderData } from "@remix-run/react";
import { may } from "~/accounts/access";
import { door } from "~/accounts/door.server";
import { DeskFrame } from "~/desk/components/desk-frame";
import { countWaiting } from "~/reviews/review-queries.server";

export const loader = door("account.use").load(async ({ url, actor }) => ({
  path: url.pathname + url.search,
  actor: { name: actor.name, role: actor.role },
  waiting: may(actor.role, "review.work") ? await countWaiting() : null,
}));

export default function DeskLayout() {
  const { path, actor, waiting } = useLoaderData<typeof loader>();
  return (
    <DeskFrame path={path} actor={actor} waiting={waiting}>
      <Outlet />
    </DeskFrame>
  );
}
