import type { MetaDescriptor } from "@remix-run/node";
import { documentTitle } from "./page-title";

/** What search engines and shared links show of a public page. */
export interface PageHead {
  title: string;
  description: string;
  /** The one address of this page. */
  canonical: string;
}

/** The head of a public page; nothing while its loader has no data, as on an error. */
export function pageHead(head: PageHead | undefined): MetaDescriptor[] {
  const title = documentTitle(head?.title);
  if (!head) return [{ title }];
  return [
    { title },
    { name: "description", content: head.description },
    { tagName: "link", rel: "canonical", href: head.canonical },
    { property: "og:title", content: title },
    { property: "og:description", content: head.description },
  ];
}
