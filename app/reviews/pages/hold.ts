import { json } from "@remix-run/node";
import { door, notFound } from "~/accounts/door.server";
import { uuidParam } from "~/platform/http/params.server";
import { renewLease } from "~/reviews/claim-review.server";
import { findHolder } from "~/reviews/review-queries.server";

/** A page in front of its officer says that it still is: the lease runs anew, or the answer names who has the review now. */
export const action = door("review.work").act(async ({ params, actor, now }) => {
  const reviewId = uuidParam(params.reviewId);
  if (await renewLease(reviewId, actor, now)) return json({ held: true, by: null });
  const review = await findHolder(reviewId);
  if (!review) throw notFound();
  return json({ held: false, by: review.name }, 409);
});

export const loader = door("review.work").load((): null => {
  throw notFound();
});
