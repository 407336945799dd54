import { redirect } from "@remix-run/node";
import { z } from "zod";
import { door, notFound } from "~/accounts/door.server";
import { endMandate } from "~/enterprises/end-mandate.server";
import { badForm, parseForm } from "~/platform/http/form.server";
import { readForm } from "~/platform/http/read-form.server";

/** The button that stops acting on behalf of an enterprise. */
export const action = door("enterprise.act-on-behalf").act(async ({ request, actor, acting, language }) => {
  const submitted = parseForm((await readForm(request)).form, z.object({ id: z.uuid() }), language);
  if (!submitted.value) return badForm(submitted);
  const ended = await endMandate(submitted.value.id, actor, acting);
  const enterpriseId = ended.ok ? ended.value : null;
  return redirect(enterpriseId ? `/so/co-so/${enterpriseId}?da=thoi-lam-thay` : "/ban-lam-viec");
});

export const loader = door("enterprise.act-on-behalf").load(() => {
  throw notFound();
});
