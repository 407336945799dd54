/**
 * Follows the links of a scan's viewer without leaving the page: the viewer alone is exchanged for that of the link's
 * page, so that a decision half typed beside it stays. Where that fails the link is followed as ever.
 */
export function turnScanPages(page: Document): void {
  page.addEventListener("click", (event) => {
    const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>("a[data-scan-step]") : null;
    const viewer = link?.closest("[data-scan-viewer]");
    if (!link || !viewer || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    void exchange(page, viewer, link).catch(() => page.defaultView?.location.assign(link.href));
  });
}

async function exchange(page: Document, viewer: Element, link: HTMLAnchorElement): Promise<void> {
  const answer = await fetch(link.href, { headers: { accept: "text/html" }, redirect: "error" });
  const next = new DOMParser().parseFromString(await answer.text(), "text/html").getElementById(viewer.id);
  if (!answer.ok || !next) throw new Error("no viewer");
  const step = link.dataset.scanStep;
  viewer.replaceWith(page.adoptNode(next));
  page.defaultView?.history.replaceState(null, "", link.href);
  // The same step again under the fingers, or the first where that one has come to its end.
  const again = next.querySelector<HTMLElement>(`[data-scan-step="${step}"]`) ?? next.querySelector<HTMLElement>("a");
  again?.focus();
}
