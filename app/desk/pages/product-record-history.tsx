import { useLoaderData } from "@remix-run/react";
import { door, notFound } from "~/accounts/door.server";
import { RecordHistory } from "~/desk/components/record-history";
import { historyOf } from "~/desk/history.server";
import { findRecordedSubject } from "~/desk/record-history-queries.server";
import { dayOf } from "~/platform/day";
import { titleOf } from "~/platform/http/page-title";
import { uuidParam } from "~/platform/http/params.server";

export const loader = door("register.read").load(async ({ params, url, actor, t, language, now }) => {
  const id = uuidParam(params.productId);
  const subject = await findRecordedSubject("product", id);
  if (!subject) throw notFound();
  const reader = { t, language, accountId: actor.accountId, isStaff: true, today: dayOf(now) };
  return {
    title: t("desk:history.title"),
    subject,
    history: await historyOf({ kind: "product", id }, url, reader),
  };
});

export const meta = titleOf;

export default function ProductRecordHistory() {
  return <RecordHistory {...useLoaderData<typeof loader>()} />;
}
