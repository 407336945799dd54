import { door, notFound } from "~/accounts/door.server";

export const loader = door("open").load((): null => {
  throw notFound();
});

export default function Page() {
  return null;
}
