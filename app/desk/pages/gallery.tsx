import { door, notFound } from "~/accounts/door.server";
import { environment } from "~/platform/env.server";
import { Gallery } from "~/ui/gallery";

export const loader = door("open").load(() => {
  if (environment().NODE_ENV === "production" && environment().PORTAL_MODE === "live") throw notFound();
  return null;
});

export default function GalleryPage() {
  return <Gallery />;
}
