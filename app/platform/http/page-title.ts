import type { MetaDescriptor } from "@remix-run/node";

const brand = "Lên Sàn";

/** The document's title of a page: its own, with the portal's name after it. */
export const documentTitle = (title: string | undefined): string => (title ? `${title} – ${brand}` : brand);

/** The title of a page from what its loader made; a page that was not found has none of its own. */
export const titleOf = ({ data }: { data: { title: string } | undefined | null }): MetaDescriptor[] => [
  { title: documentTitle(data?.title) },
];
