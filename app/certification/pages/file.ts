import { door, notFound } from "~/accounts/door.server";

export const loader = door("account.use").load((): null => {
  throw notFound();
});
