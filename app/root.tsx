import type { LinksFunction } from "@remix-run/node";
import { isRouteErrorResponse, Links, Meta, Outlet, useRouteError } from "@remix-run/react";
import type { ReactNode } from "react";
import stylesheet from "./app.css?url";
import { PublicFrame } from "./desk/components/public-frame";
import { usePageContext } from "./platform/http/page-context";
import { documentTitle } from "./platform/http/page-title";
import { useLanguage, useT } from "./platform/i18n";
import { ButtonLink, PageHeader } from "./ui";

export const links: LinksFunction = () => [
  { rel: "stylesheet", href: stylesheet },
  { rel: "icon", href: "/favicon.svg", type: "image/svg+xml" },
];

function Page({ title, children }: { title?: string; children: ReactNode }) {
  const { script, nonce } = usePageContext();
  return (
    <html lang={useLanguage()}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        {title && <title>{documentTitle(title)}</title>}
        <Meta />
        <Links />
        {script && <script type="module" src={script} nonce={nonce} />}
      </head>
      <body>{children}</body>
    </html>
  );
}

export default function Root() {
  return (
    <Page>
      <Outlet />
    </Page>
  );
}

export function ErrorBoundary() {
  const error = useRouteError();
  const t = useT();
  const { requestId } = usePageContext();
  const isMissing = isRouteErrorResponse(error) && error.status === 404;
  const title = t(isMissing ? "platform:error.notFoundTitle" : "platform:error.title");
  return (
    <Page title={title}>
      <PublicFrame path="">
        <PageHeader
          title={title}
          lead={isMissing ? t("platform:error.notFound") : t("platform:error.text")}
          actions={<ButtonLink href="/">{t("platform:error.home")}</ButtonLink>}
        />
        {!isMissing && <p>{t("platform:error.requestId", { requestId })}</p>}
      </PublicFrame>
    </Page>
  );
}
