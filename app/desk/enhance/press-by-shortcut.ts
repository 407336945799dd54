/** Presses the button or link that is marked with the letter pressed together with Alt and Shift. */
export function pressByShortcut(page: Document): void {
  page.addEventListener("keydown", (event) => {
    if (!event.altKey || !event.shiftKey || event.ctrlKey || event.metaKey || event.repeat) return;
    // By place on the keyboard: with these modifiers some layouts give another letter.
    const letter = /^Key([A-Z])$/.exec(event.code)?.[1];
    const target = letter && page.querySelector<HTMLElement>(`[data-shortcut="${letter}"]`);
    if (!target) return;
    event.preventDefault();
    target.click();
  });
}
