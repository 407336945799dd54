import { z } from "zod";

const uuid = z.uuid();

/** A URL parameter that names a row; throws the 404 that a malformed one is. */
export function uuidParam(value: string | undefined): string {
  const parsed = uuid.safeParse(value);
  if (!parsed.success) throw new Response("Not found", { status: 404 });
  return parsed.data;
}

const pageNumber = z.coerce.number().int().min(1).max(10_000).catch(1);

/** The page of a list that a URL asks for. */
export interface AskedPage {
  page: number;
  limit: number;
  offset: number;
}

/** The page of a list that a URL asks for (`trang`, from 1), with the limit and offset that give it. */
export function pageOf(url: URL, size: number): AskedPage {
  const page = pageNumber.parse(url.searchParams.get("trang") ?? 1);
  return { page, limit: size, offset: (page - 1) * size };
}

/**
 * Where a page stands in its list of `total` rows, and the addresses of its neighbours, with the list's filters. A page
 * past the end leads to the last there is; rows may have gone since its address was written.
 */
export function pageInList(
  url: URL,
  { page, limit, offset }: AskedPage,
  total: number,
): { number: number; size: number; previous?: string; next?: string } {
  const to = (target: number): string => {
    const query = new URLSearchParams(url.search);
    query.set("trang", String(target));
    return `${url.pathname}?${query}`;
  };
  if (page > 1 && offset >= total) {
    throw new Response(null, { status: 302, headers: { Location: to(Math.max(1, Math.ceil(total / limit))) } });
  }
  return {
    number: page,
    size: limit,
    ...(page > 1 ? { previous: to(page - 1) } : {}),
    ...(offset + limit < total ? { next: to(page + 1) } : {}),
  };
}
