/**
 * Takes the steps of a scan's viewer without leaving the page: the viewer alone is exchanged for that of the step's page,
 * so that a decision half typed beside it stays. Where that fails the step is taken as ever.
 */
export function turnScanPages(page: Document): void {
  page.addEventListener("click", (event) => {
    const step = event.target instanceof Element ? event.target.closest<HTMLElement>("[data-scan-step]") : null;
    const viewer = step?.closest("[data-scan-viewer]");
    if (!step || !viewer || passedOn.has(step) || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    void exchange(page, viewer, step).catch(() => {
      passedOn.add(step);
      step.click();
    });
  });
}

// Steps left to the browser.
const passedOn = new WeakSet<HTMLElement>();

async function exchange(page: Document, viewer: Element, taken: HTMLElement): Promise<void> {
  const address = taken.dataset.scanHref ?? taken.getAttribute("href") ?? "";
  const answer = await fetch(address, { headers: { accept: "text/html" }, redirect: "error" });
  const next = new DOMParser().parseFromString(await answer.text(), "text/html").getElementById(viewer.id);
  if (!answer.ok || !next) throw new Error("no viewer");
  const { scanStep } = taken.dataset;
  viewer.replaceWith(page.adoptNode(next));
  page.defaultView?.history.replaceState(null, "", address);
  // The same step again under the fingers, or the first where that one has come to its end.
  const again =
    next.querySelector<HTMLElement>(`[data-scan-step="${scanStep}"]`) ?? next.querySelector<HTMLElement>("a, button");
  again?.focus();
}
