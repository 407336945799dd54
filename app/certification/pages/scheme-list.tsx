import { door, notFound } from "~/accounts/door.server";

export const loader = door("scheme.administer").load((): null => {
  throw notFound();
});

export default function Page() {
  return null;
}
