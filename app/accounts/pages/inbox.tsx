import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { readFields } from "~/accounts/account-form.server";
import { NoticeList } from "~/accounts/components/notice-list";
import { door, notFound } from "~/accounts/door.server";
import { listNotices, noticesPerPage } from "~/accounts/inbox-queries.server";
import { readAllNotices, readNotice } from "~/accounts/read-notices.server";
import { ListPages } from "~/platform/http/list-pages";
import { titleOf } from "~/platform/http/page-title";
import { pageInList, pageOf } from "~/platform/http/params.server";
import { safePath } from "~/platform/http/safe-path";
import { useT } from "~/platform/i18n";
import { Button, EmptyState, HiddenField, PageHeader, Stack } from "~/ui";

export const loader = door("account.use").load(async ({ actor, url, now, t }) => {
  const page = pageOf(url, noticesPerPage);
  const { notices, total, unread } = await listNotices(actor.accountId, page);
  return {
    title: t("accounts:inbox.title"),
    notices,
    total,
    unread,
    page: pageInList(url, page, total),
    seenAt: now.toISOString(),
  };
});

const formSchema = z.discriminatedUnion("viec", [
  z.object({ viec: z.literal("mo"), id: z.uuid() }),
  z.object({ viec: z.literal("da-doc"), id: z.uuid() }),
  z.object({ viec: z.literal("da-doc-het"), seenAt: z.iso.datetime() }),
]);

export const action = door("account.use").act(async ({ request, actor, acting, url }) => {
  const form = formSchema.safeParse(Object.fromEntries(await readFields(request)));
  // Its buttons send nothing that anyone types: what does not fit was not sent by this page.
  if (!form.success) throw new Response("Bad request", { status: 400 });
  if (form.data.viec === "da-doc-het") {
    await readAllNotices(new Date(form.data.seenAt), actor, acting);
    return redirect("/hop-thu", 303);
  }
  const path = await readNotice(form.data.id, actor, acting);
  if (path === undefined) throw notFound();
  return redirect(form.data.viec === "mo" ? safePath(path, "/hop-thu") : `/hop-thu${url.search}`, 303);
});

export const meta = titleOf;

export default function Inbox() {
  const t = useT();
  const { notices, total, unread, page, seenAt } = useLoaderData<typeof loader>();
  return (
    <Stack>
      <PageHeader
        title={t("accounts:inbox.title")}
        lead={t("accounts:inbox.lead", { count: unread })}
        actions={
          unread > 0 && (
            <form method="post">
              <HiddenField name="viec" value="da-doc-het" />
              <HiddenField name="seenAt" value={seenAt} />
              <Button variant="secondary">{t("accounts:inbox.readAll")}</Button>
            </form>
          )
        }
      />
      {notices.length === 0 ? (
        <EmptyState icon="check" title={t("accounts:inbox.none")}>
          {t("accounts:inbox.noneText")}
        </EmptyState>
      ) : (
        <NoticeList notices={notices} />
      )}
      <ListPages page={page} total={total} exportable />
      <p className="ui-soft">
        {t("accounts:inbox.kept")} <a href="/tai-khoan#thong-bao">{t("accounts:inbox.preferences")}</a>
      </p>
    </Stack>
  );
}
