const pause = 150;

/** Fills an area field's list of suggestions while one types, from the address in `data-suggest-from`. */
export function suggestAreas(page: Document): void {
  let waiting: ReturnType<typeof setTimeout> | undefined;
  let asking: AbortController | undefined;
  page.addEventListener("input", (event) => {
    const input = event.target;
    if (!(input instanceof HTMLInputElement) || !input.dataset.suggestFrom || !input.list) return;
    const { list, value } = input;
    const address = `${input.dataset.suggestFrom}?${new URLSearchParams({ q: value })}`;
    clearTimeout(waiting);
    asking?.abort();
    if (value.trim().length < 2) return;
    waiting = setTimeout(() => {
      asking = new AbortController();
      void fill(list, address, AbortSignal.any([asking.signal, AbortSignal.timeout(5000)]));
    }, pause);
  });
}

async function fill(list: HTMLElement, address: string, signal: AbortSignal): Promise<void> {
  try {
    const answer = await fetch(address, { signal, headers: { accept: "application/json" } });
    if (!answer.ok) return;
    const { areas } = (await answer.json()) as { areas: { label: string }[] };
    list.replaceChildren(
      ...areas.map(({ label }) => Object.assign(document.createElement("option"), { value: label })),
    );
  } catch {
    // Without suggestions the field still works: the server finds the area when the form is sent.
  }
}
