export interface SuggestionList {
  /** Answers whether the key was for the list. */
  onKey(event: KeyboardEvent): boolean;
  close(): void;
}

export const isCurrent = (input: HTMLInputElement): boolean => input.ownerDocument.activeElement === input;

/** Draws a listbox under its field, as the ARIA pattern of an editable combobox with list autocompletion has it. */
export function openList(
  input: HTMLInputElement,
  suggestions: readonly { label: string; hint?: string | undefined }[],
): SuggestionList {
  const page = input.ownerDocument;
  const box = page.createElement("ul");
  box.id = `${input.id}-suggestions`;
  box.className = "ui-suggestions";
  box.role = "listbox";
  box.ariaLabel = input.labels?.[0]?.textContent ?? "";
  const options = suggestions.map(({ label, hint }, index) => {
    const option = page.createElement("li");
    option.id = `${box.id}-${index}`;
    option.role = "option";
    option.ariaSelected = "false";
    option.dataset.label = label;
    option.append(label);
    if (hint) option.append(Object.assign(page.createElement("span"), { className: "ui-soft", textContent: hint }));
    return option;
  });
  box.append(...options);
  input.after(box);
  input.role = "combobox";
  input.ariaAutoComplete = "list";
  input.ariaExpanded = "true";
  input.setAttribute("aria-controls", box.id);

  let current = -1;
  const mark = (next: number) => {
    current = (next + options.length) % options.length;
    for (const [index, option] of options.entries()) option.ariaSelected = String(index === current);
    const chosen = options[current];
    if (!chosen) return;
    input.setAttribute("aria-activedescendant", chosen.id);
    chosen.scrollIntoView({ block: "nearest" });
  };
  const close = () => {
    box.remove();
    input.ariaExpanded = "false";
    input.removeAttribute("aria-controls");
    input.removeAttribute("aria-activedescendant");
  };
  const choose = (option: HTMLElement | undefined) => {
    if (!option) return false;
    input.value = option.dataset.label ?? "";
    close();
    return true;
  };
  // Before the field loses the focus, which closes the list.
  box.addEventListener("pointerdown", (event) => {
    event.preventDefault();
    choose((event.target as Element).closest<HTMLElement>("[role=option]") ?? undefined);
  });
  return {
    close,
    onKey({ key }) {
      if (!box.isConnected) return false;
      if (key === "ArrowDown") mark(current + 1);
      else if (key === "ArrowUp") mark(current < 0 ? options.length - 1 : current - 1);
      else if (key === "Enter") return choose(options[current]);
      else if (key === "Escape") close();
      else return false;
      return true;
    },
  };
}
