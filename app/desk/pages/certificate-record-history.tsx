import { useLoaderData } from "@remix-run/react";
import { door, notFound } from "~/accounts/door.server";
import { RecordHistory } from "~/desk/components/record-history";
import { historyOf } from "~/desk/history.server";
import { findRecordedSubject } from "~/desk/record-history-queries.server";
import { dayOf } from "~/platform/day";
import { titleOf } from "~/platform/http/page-title";
import { uuidParam } from "~/platform/http/params.server";

export const loader = door("register.read").load(async ({ params, url, actor, t, language, now }) => {
  const id = uuidParam(params.certificateId);
  const subject = await findRecordedSubject("certificate", id);
  if (!subject) throw notFound();
  const reader = { t, language, accountId: actor.accountId, isStaff: true, today: dayOf(now) };
  return {
    title: t("desk:history.title"),
    subject,
    history: await historyOf({ kind: "certificate", id }, url, reader),
  };
});

export const meta = titleOf;

export default function CertificateRecordHistory() {
  return <RecordHistory {...useLoaderData<typeof loader>()} />;
}
