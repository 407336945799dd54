import { redirect } from "@remix-run/node";
import { door, notFound } from "~/accounts/door.server";
import { closeSession } from "~/accounts/session.server";

export const loader = door("open").load((): null => {
  throw notFound();
});

export const action = door("open").act(async ({ request, acting }) =>
  redirect("/", { headers: { "Set-Cookie": await closeSession(request, acting) } }),
);
