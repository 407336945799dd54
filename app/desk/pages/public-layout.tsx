import { Outlet, useLoaderData, useMatches } from "@remix-run/react";
import type { ComponentType } from "react";
import { door } from "~/accounts/door.server";
import { PublicFrame } from "~/desk/components/public-frame";

export const loader = door("public").load(({ url }) => ({ path: url.pathname + url.search }));

export default function PublicLayout() {
  const { path } = useLoaderData<typeof loader>();
  const Opening = openingOf(useMatches().at(-1)?.handle);
  return (
    <PublicFrame path={path} intro={Opening && <Opening />}>
      <Outlet />
    </PublicFrame>
  );
}

/** A page that opens on the masthead's ground says so in its handle. */
function openingOf(handle: unknown): ComponentType | undefined {
  return typeof handle === "object" && handle !== null && "Opening" in handle
    ? (handle.Opening as ComponentType)
    : undefined;
}
