import { redirect } from "@remix-run/node";
import { serialize } from "cookie";
import { door, notFound } from "~/accounts/door.server";
import { environment } from "~/platform/env.server";
import { readForm } from "~/platform/http/read-form.server";
import { safePath } from "~/platform/http/safe-path";
import { isLanguage, languageCookie } from "~/platform/i18n";

const oneYear = 365 * 86_400;

export const loader = door("open").load((): null => {
  throw notFound();
});

export const action = door("open").act(async ({ request }) => {
  const { form } = await readForm(request);
  const language = form.get("lang");
  const back = safePath(form.get("tiep"), "/");
  if (!isLanguage(language)) return redirect(back);
  return redirect(back, {
    headers: {
      "Set-Cookie": serialize(languageCookie, language, {
        path: "/",
        maxAge: oneYear,
        sameSite: "lax",
        secure: environment().PUBLIC_ORIGIN.startsWith("https:"),
      }),
    },
  });
});
