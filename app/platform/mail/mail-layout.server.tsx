import type { ReactElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";

export interface MailContent {
  language: "vi" | "en";
  heading: string;
  paragraphs: readonly string[];
  /** Things to open one by one, grouped under titles. */
  groups?: readonly { title: string; links: readonly { label: string; url: string }[] }[];
  /** One thing to do, as a button; its address is also written out. */
  action?: { label: string; url: string };
  /** Who writes, and why the reader gets this. */
  footer?: string;
}

const font = "'Be Vietnam Pro', 'Segoe UI', Roboto, Arial, sans-serif";
const ink = "#14212b";

/** Lays out a mail as accessible HTML, everything escaped, and as the same words in plain text. */
export function mailLayout(content: MailContent): { html: string; text: string } {
  const parts = [
    content.heading,
    ...content.paragraphs,
    ...(content.groups ?? []).map(({ title, links }) =>
      [title, ...links.map(({ label, url }) => `- ${label}\n  ${url}`)].join("\n"),
    ),
    ...(content.action ? [`${content.action.label}:\n${content.action.url}`] : []),
    ...(content.footer ? [`-- \n${content.footer}`] : []),
  ];
  return {
    html: `<!DOCTYPE html>${renderToStaticMarkup(<MailPage {...content} />)}`,
    text: `${parts.join("\n\n")}\n`,
  };
}

function MailPage({ language, heading, paragraphs, groups = [], action, footer }: MailContent): ReactElement {
  return (
    <html lang={language}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>{heading}</title>
      </head>
      <body style={{ margin: 0, padding: "24px 16px", background: "#f3f6f8", color: ink, fontFamily: font }}>
        <main style={{ maxWidth: 560, margin: "0 auto", padding: 24, background: "#ffffff", borderRadius: 8 }}>
          <h1 style={{ margin: "0 0 16px", fontSize: 22, lineHeight: 1.3 }}>{heading}</h1>
          {paragraphs.map((paragraph) => (
            <p
              key={paragraph}
              style={{
                margin: "0 0 16px",
                fontSize: 16,
                lineHeight: 1.6,
                whiteSpace: "pre-line",
                overflowWrap: "anywhere",
              }}
            >
              {paragraph}
            </p>
          ))}
          {groups.map((group) => (
            <Group key={group.title} {...group} />
          ))}
          {action ? <Action {...action} /> : null}
          {footer ? (
            <p style={{ margin: "24px 0 0", fontSize: 14, lineHeight: 1.5, color: "#4a5a67" }}>{footer}</p>
          ) : null}
        </main>
      </body>
    </html>
  );
}

function Group({ title, links }: NonNullable<MailContent["groups"]>[number]): ReactElement {
  return (
    <>
      <h2 style={{ margin: "24px 0 8px", fontSize: 17, lineHeight: 1.4, overflowWrap: "anywhere" }}>{title}</h2>
      <ul style={{ margin: "0 0 16px", paddingLeft: 20 }}>
        {links.map(({ label, url }, index) => (
          <li
            key={`${url} ${index.toString()}`}
            style={{ margin: "0 0 8px", fontSize: 16, lineHeight: 1.5, overflowWrap: "anywhere" }}
          >
            <a href={url} style={{ color: "#0b5a7a" }}>
              {label}
            </a>
          </li>
        ))}
      </ul>
    </>
  );
}

function Action({ label, url }: { label: string; url: string }): ReactElement {
  return (
    <>
      <p style={{ margin: "24px 0" }}>
        <a
          href={url}
          style={{
            display: "inline-block",
            padding: "14px 22px",
            borderRadius: 6,
            background: "#0b5a7a",
            color: "#ffffff",
            fontSize: 16,
            fontWeight: 600,
            textDecoration: "none",
          }}
        >
          {label}
        </a>
      </p>
      <p style={{ margin: "0 0 16px", fontSize: 14, lineHeight: 1.5, overflowWrap: "anywhere" }}>{url}</p>
    </>
  );
}
