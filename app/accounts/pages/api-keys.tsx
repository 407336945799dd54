import { door, notFound } from "~/accounts/door.server";

export const loader = door("api-key.administer").load((): null => {
  throw notFound();
});

export default function Page() {
  return null;
}
