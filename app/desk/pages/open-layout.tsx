import { Outlet, useLoaderData } from "@remix-run/react";
import { door } from "~/accounts/door.server";
import { PublicFrame } from "~/desk/components/public-frame";

export const loader = door("open").load(({ url }) => ({ path: url.pathname + url.search }));

export default function OpenLayout() {
  const { path } = useLoaderData<typeof loader>();
  return (
    <PublicFrame path={path}>
      <Outlet />
    </PublicFrame>
  );
}
