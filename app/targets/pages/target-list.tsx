import { door, notFound } from "~/accounts/door.server";

export const loader = door("target.administer").load((): null => {
  throw notFound();
});

export default function Page() {
  return null;
}
