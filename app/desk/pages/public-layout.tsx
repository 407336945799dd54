import { Outlet, useLoaderData } from "@remix-run/react";
import { door } from "~/accounts/door.server";
import { PublicFrame } from "~/desk/components/public-frame";

export const loader = door("public").load(({ url }) => ({ path: url.pathname + url.search }));

export default function PublicLayout() {
  const { path } = useLoaderData<typeof loader>();
  return (
    <PublicFrame path={path}>
      <Outlet />
    </PublicFrame>
  );
}
