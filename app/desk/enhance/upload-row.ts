import type { UploadState } from "./upload-ahead";

/** One chosen file on the page: its name, how far it has come, and what one can do about it. */
export interface UploadRow {
  show(state: UploadState, share: number): void;
  /** Makes the form name the file that has arrived. */
  name(field: string, value: string): void;
  onRetry(retry: () => void): void;
  onCancel(cancel: () => void): void;
  remove(): void;
}

/** Draws the row with the words that its list carries. */
export function uploadRow(list: HTMLElement, fileName: string): UploadRow {
  const page = list.ownerDocument;
  const words = list.dataset;
  const row = page.createElement("li");
  const title = page.createElement("span");
  title.textContent = fileName;
  const bar = page.createElement("progress");
  bar.max = 100;
  bar.value = 0;
  bar.ariaLabel = fileName;
  const state = page.createElement("span");
  state.className = "ui-soft";
  state.setAttribute("role", "status");
  const percent = page.createElement("span");
  percent.className = "ui-num";
  const button = (label: string | undefined) => {
    const made = page.createElement("button");
    made.type = "button";
    made.className = "ui-button ui-button-quiet";
    made.textContent = label ?? "";
    made.ariaLabel = `${label}: ${fileName}`;
    return made;
  };
  const retry = button(words.retry);
  const cancel = button(words.cancel);
  retry.hidden = true;
  row.append(title, bar, percent, state, retry, cancel);
  list.append(row);
  let shown: UploadState | undefined;

  return {
    show(next, share) {
      bar.value = Math.floor(share * 100);
      percent.textContent = `${bar.value} %`;
      bar.hidden = next === "done" || next === "failed";
      percent.hidden = bar.hidden;
      retry.hidden = next !== "signedOut";
      if (next !== shown) state.textContent = words[next] ?? "";
      shown = next;
    },
    name(field, value) {
      const hidden = page.createElement("input");
      hidden.type = "hidden";
      hidden.name = field;
      hidden.value = value;
      row.append(hidden);
    },
    onRetry: (act) => retry.addEventListener("click", act),
    onCancel: (act) => cancel.addEventListener("click", act),
    remove: () => row.remove(),
  };
}
