import { isCurrent, openList, type SuggestionList } from "./suggestion-list";

const pauseMilliseconds = 150;
const shortestText = 2;

interface Suggested {
  areas: { label: string; hint?: string | undefined }[];
}

/**
 * Suggests areas while one types, from the address in the field's `data-suggest-from`. The list is drawn here and not by a
 * native datalist: browsers filter that one by the letters typed, and `cat tien` would never show Cát Tiến.
 */
export function suggestAreas(page: Document): void {
  let waiting: ReturnType<typeof setTimeout> | undefined;
  let asking: AbortController | undefined;
  let list: SuggestionList | undefined;

  const close = () => {
    clearTimeout(waiting);
    asking?.abort();
    list?.close();
    list = undefined;
  };

  page.addEventListener("input", (event) => {
    const input = event.target;
    if (!(input instanceof HTMLInputElement) || !input.dataset.suggestFrom) return;
    close();
    if (input.value.trim().length < shortestText) return;
    const address = `${input.dataset.suggestFrom}?${new URLSearchParams({ q: input.value })}`;
    waiting = setTimeout(() => {
      asking = new AbortController();
      void find(address, AbortSignal.any([asking.signal, AbortSignal.timeout(5000)])).then((found) => {
        if (found.length > 0 && isCurrent(input)) list = openList(input, found);
      });
    }, pauseMilliseconds);
  });
  page.addEventListener("keydown", (event) => {
    if (list?.onKey(event)) event.preventDefault();
  });
  page.addEventListener("focusout", close);
}

async function find(address: string, signal: AbortSignal): Promise<Suggested["areas"]> {
  try {
    const answer = await fetch(address, { signal, headers: { accept: "application/json" } });
    return answer.ok ? ((await answer.json()) as Suggested).areas : [];
  } catch {
    // Without suggestions the field still works: the server finds the area when the form is sent.
    return [];
  }
}
