import type { ActionFunctionArgs, AppLoadContext, EntryContext, LoaderFunctionArgs } from "@remix-run/node";
import { isRouteErrorResponse, RemixServer } from "@remix-run/react";
import { renderToString } from "react-dom/server";
import "./messages";
import { environment } from "./platform/env.server";
import { PageContextProvider } from "./platform/http/page-context";

export { services } from "./desk/services.server";
export { createPortal } from "./platform/http/portal.server";

import { LanguageContext, requestLanguage } from "./platform/i18n";

/** The access that the deepest matched route's loader declared; a page without one counts as closed. */
function accessOf(entry: EntryContext): unknown {
  const deepest = entry.staticHandlerContext.matches.at(-1);
  const module = deepest && entry.routeModules[deepest.route.id];
  return (module as { loader?: { access?: unknown } } | undefined)?.loader?.access;
}

export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  entry: EntryContext,
  { nonce, requestId }: AppLoadContext,
): Response {
  const language = requestLanguage(request);
  const isPublic = accessOf(entry) === "public";
  const script = isPublic ? undefined : entry.manifest.entry.module;
  const markup = renderToString(
    <LanguageContext.Provider value={language}>
      <PageContextProvider value={{ script, nonce, requestId, isDemo: environment().PORTAL_MODE === "demo" }}>
        <RemixServer context={entry} url={request.url} />
      </PageContextProvider>
    </LanguageContext.Provider>,
  );
  headers.set("Content-Type", "text/html; charset=utf-8");
  headers.set("Content-Language", language);
  if (isPublic && status === 200) headers.set("X-Public-Page", "1");
  else headers.set("Cache-Control", "no-store");
  return new Response(`<!DOCTYPE html>${markup}`, { status, headers });
}

/** Bugs end here: in the log, under the id that the reader is shown. */
export function handleError(error: unknown, { request, context }: LoaderFunctionArgs | ActionFunctionArgs): void {
  // A page that is not there, or takes no form, is in the request's own line.
  if (request.signal.aborted || isRouteErrorResponse(error)) return;
  context.log.error({ err: error }, "page failed");
}
