import { redirect } from "@remix-run/node";
import type { Acting } from "~/platform/db/transaction.server";
import type { Submitted } from "~/platform/http/form.server";
import type { Language } from "~/platform/i18n";
import type { Result } from "~/platform/result";
import { refusedAccountForm } from "./account-form.server";
import { openSession } from "./session.server";

/**
 * Answers a form that opens or confirms an account by a link or code: signs the account in, or says what is wrong. Where
 * the link or code is dead, its page says so itself.
 */
export async function enterByLink(
  opened: Result<string, string>,
  submitted: Submitted<unknown>,
  { request, url, language, acting }: { request: Request; url: URL; language: Language; acting: Acting },
) {
  if (opened.ok) {
    const cookie = await openSession(request, opened.value, acting);
    return redirect("/ban-lam-viec", { status: 303, headers: { "Set-Cookie": cookie } });
  }
  if (opened.code === "link.dead" || opened.code === "code.dead") return redirect(url.pathname, 303);
  return refusedAccountForm(submitted, language, opened.code);
}
