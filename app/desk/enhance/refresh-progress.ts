const pauseMilliseconds = 2_000;

/**
 * Brings what carries `data-refresh` up to date while a background job works, from the page's own address; when the job is
 * done the page no longer carries it and is loaded whole.
 */
export function refreshProgress(page: Document): void {
  const shown = page.querySelector("[data-refresh]");
  if (!shown) return;
  setTimeout(() => void refresh(page, shown), pauseMilliseconds);
}

async function refresh(page: Document, shown: Element): Promise<void> {
  const answer = await fetch(page.location.href, { signal: AbortSignal.timeout(10_000) }).catch(() => undefined);
  if (answer?.ok) {
    const next = new DOMParser().parseFromString(await answer.text(), "text/html").querySelector("[data-refresh]");
    if (!next) return page.location.reload();
    if (next.textContent !== shown.textContent) shown.replaceChildren(...next.childNodes);
  }
  refreshProgress(page);
}
