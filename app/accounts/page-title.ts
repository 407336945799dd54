import type { MetaDescriptor } from "@remix-run/node";

/** The document's title from what the loader made; a page that was not found has none of its own. */
export const titleOf = ({ data }: { data: { title: string } | undefined | null }): MetaDescriptor[] => [
  { title: data?.title ?? "" },
];
