const everyMilliseconds = 4 * 60_000;

interface Answer {
  held: boolean;
  by: string | null;
}

/**
 * While a review's page is in sight, tells the server now and then that its officer still works on it. Once the review is
 * someone else's, says so on the page and stops; what was typed stays where it is.
 */
export function keepLease(page: Document): void {
  const place = page.querySelector<HTMLElement>("[data-lease]");
  const address = place?.dataset.lease;
  if (!place || !address) return;
  let last = Date.now();

  const ask = async () => {
    if (page.visibilityState !== "visible") return;
    last = Date.now();
    const answer = await post(address);
    if (!answer || answer.held) return;
    clearInterval(timer);
    place.className = "ui-notice ui-tone-warning";
    place.textContent = answer.by
      ? (place.dataset.lostTo ?? "").replace("\u2026", answer.by)
      : (place.dataset.lost ?? "");
  };
  const timer = setInterval(() => void ask(), everyMilliseconds);
  page.addEventListener("visibilitychange", () => {
    if (Date.now() - last > everyMilliseconds / 2) void ask();
  });
}

/** Undefined when there is no answer to trust: the next time will tell. */
async function post(address: string): Promise<Answer | undefined> {
  try {
    const answer = await fetch(address, { method: "POST", headers: { accept: "application/json" } });
    return answer.ok || answer.status === 409 ? ((await answer.json()) as Answer) : undefined;
  } catch {
    return undefined;
  }
}
