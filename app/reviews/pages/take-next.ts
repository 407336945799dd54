import { redirect } from "@remix-run/node";
import { z } from "zod";
import { door, notFound } from "~/accounts/door.server";
import { readForm } from "~/platform/http/read-form.server";
import { pathToNextReview } from "~/reviews/next-review.server";

const queryField = z.string().max(1000).catch("");

export const action = door("review.work").act(async ({ request, actor, acting }) => {
  const { form } = await readForm(request);
  return redirect(await pathToNextReview({ query: queryField.parse(form.get("hang")) }, actor, acting));
});

/** Nobody takes a review by opening an address. */
export const loader = door("review.work").load((): null => {
  throw notFound();
});
