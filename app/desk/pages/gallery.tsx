import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { door, notFound } from "~/accounts/door.server";
import { environment } from "~/platform/env.server";
import { Gallery } from "~/ui/gallery";

export const loader = door("open").load(({ t, url }) => {
  if (environment().NODE_ENV === "production" && environment().PORTAL_MODE === "live") throw notFound();
  const view = url.searchParams.get("khung") === "ban-lam-viec" ? ("desk" as const) : ("public" as const);
  return { title: `${t("desk:gallery")} – Lên Sàn`, view };
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title ?? "" }];

export default function GalleryPage() {
  const { view } = useLoaderData<typeof loader>();
  return <Gallery view={view} />;
}
